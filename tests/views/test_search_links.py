"""Facets as links: short where they are long, whole where they are small."""

from replies.search.facets import Choice, Facet
from replies.search.state import SearchState
from replies.views.addresses import Addresses
from replies.views.search_links import facet_links, page_links

AT = Addresses("/replies/")


def tree(provinces, chosen=""):
    """Provinces of three cities each."""
    return Facet(
        "city",
        "地区",
        tuple(
            Choice(
                f"p{p}",
                f"省{p}",
                3,
                False,
                tuple(Choice(f"c{p}-{n}", "市", 1, f"c{p}-{n}" == chosen) for n in range(3)),
            )
            for p in range(provinces)
        ),
    )


def test_a_small_tree_is_shown_whole():
    (links,) = facet_links([tree(3)], SearchState(), AT)
    assert all(len(link.children) == 3 for link in links.shown)


def test_a_large_tree_opens_where_something_is_chosen():
    (links,) = facet_links([tree(30, chosen="c20-1")], SearchState(city=("c20-1",)), AT)
    opened = [link.value for link in links.choices if link.children]
    assert opened == ["p20"]
    assert "p20" in [link.value for link in links.shown]


def test_a_long_list_says_how_many_it_leaves_out():
    facet = Facet("agency", "承办单位", tuple(Choice(str(n), f"{n}局", 1) for n in range(100)))
    (links,) = facet_links([facet], SearchState(), AT)
    assert (len(links.shown), len(links.more), links.unlisted) == (8, 30, 62)
    assert links.choose_url == "/replies/?choose=agency"


def test_a_chosen_value_is_never_left_out():
    facet = Facet("agency", "承办单位", tuple(Choice(str(n), f"{n}局", 1, n == 99) for n in range(100)))
    (links,) = facet_links([facet], SearchState(agency=("99",)), AT)
    assert "99" in [link.value for link in links.shown]


def test_bars_are_measured_by_the_longest():
    facet = Facet(
        "year", "年份", (Choice("2023", "2023", 40), Choice("2022", "2022", 10), Choice("2021", "2021", 0))
    )
    (links,) = facet_links([facet], SearchState(), AT)
    assert [link.share for link in links.shown] == [100, 25, 0]


def test_pages_around_the_present_one_are_offered_with_the_ends():
    labels = [link.label if link else "…" for link in page_links(SearchState(), 10, 20, AT)]
    assert labels == ["1", "…", "8", "9", "10", "11", "12", "…", "20"]
