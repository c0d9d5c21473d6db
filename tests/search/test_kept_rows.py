"""What a worker keeps of the index stays within its size."""

from replies.search.kept_rows import OVERHEAD, KeptRows


def test_what_was_put_is_there():
    kept = KeptRows()
    kept.put("养老", [1], 10)
    assert kept.get("养老") == [1]
    assert kept.get("医养") is None


def test_the_least_recently_used_goes_first():
    kept = KeptRows(largest=2 * (100 + OVERHEAD))
    kept.put("a", 1, 100)
    kept.put("b", 2, 100)
    kept.get("a")
    kept.put("c", 3, 100)
    assert (kept.get("a"), kept.get("b"), kept.get("c")) == (1, None, 3)


def test_a_value_put_again_counts_once():
    kept = KeptRows(largest=2 * (100 + OVERHEAD))
    for _ in range(5):
        kept.put("a", 1, 100)
    kept.put("b", 2, 100)
    assert (kept.get("a"), kept.get("b")) == (1, 2)
