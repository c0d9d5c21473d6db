"""What is written into a row is read again as it was."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from replies.search.packing import (
    Held,
    Pairs,
    bucket_name,
    bucket_range,
    buckets,
    code_of,
    codes_of,
    pair_of,
    read_held,
    write_held,
)
from replies.search.postings import Space

characters = st.characters(min_codepoint=0x20, max_codepoint=0x2FFFF, exclude_categories=["Cs"])
pairs = st.text(characters, min_size=2, max_size=2)


@given(pairs)
def test_a_pair_and_its_code_stand_for_each_other(pair):
    left, right = (np.array([ord(character)], dtype=np.uint64) for character in pair)
    assert codes_of(left, right).tolist() == [code_of(pair)]
    assert pair_of(code_of(pair)) == pair


@given(st.dictionaries(pairs, st.sets(st.integers(0, 2**32 - 1), min_size=1), min_size=1), pairs)
def test_the_places_of_each_pair_come_back(places, other):
    codes = sorted(map(code_of, places))
    own = [sorted(places[pair_of(code)]) for code in codes]
    counts, joined = [len(p) for p in own], [place for p in own for place in p]
    written = Pairs(np.array(codes, np.uint64), np.array(counts, np.uint32), np.array(joined, np.uint32))
    read = Pairs.read(written.written())
    assert {pair: set(read.places_of(code_of(pair)).tolist()) for pair in places} == places
    assert [p.tolist() for _, p in read.each()] == own
    assert other in places or not len(read.places_of(code_of(other)))


@given(
    st.lists(
        st.tuples(st.sampled_from(Space), st.text(characters, min_size=1), st.sets(st.integers(0, 2**32 - 1)))
    )
)
def test_grams_come_back_with_their_replies(grams):
    read = read_held(write_held([Held(s, gram, np.array(sorted(own), np.uint32)) for s, gram, own in grams]))
    assert [(held.space, held.gram, set(held.ordinals.tolist())) for held in read] == grams


@given(pairs, st.sampled_from([1, 64, 256]))
def test_each_bucket_belongs_to_one_part_of_the_pairs(pair, parts):
    code = code_of(pair)
    ranges = [bucket_range(part, parts) for part in range(parts)]
    assert [first <= bucket_name(code) <= last for first, last in ranges].count(True) == 1
    assert bucket_name(code) == f"{int(buckets(np.array([code], np.uint64))[0]):04x}"
