import pytest

from tests.charters.making import charter
from tests.councils.making import council
from tests.making import SmallSite


@pytest.mark.parametrize(
    ("name", "given", "path"),
    [
        ("charter", [], ""),
        ("charter_version", [2], "versions/2/"),
        ("charter_on_day", ["2026-01-01"], "on/2026-01-01/"),
        ("charter_comparison", [1, 2], "compare/1/2/"),
        ("charter_signatures", [], "signatures/"),
        ("charter_certificate", [2, 9], "versions/2/signatures/9/"),
        ("charter_reviews", [], "reviews/"),
    ],
)
def test_addresses_stay_what_they_are(
    site: SmallSite, name: str, given: list[object], path: str
) -> None:
    page = charter(council(site)).page
    assert page.reverse_subpage(name, args=given) == path
