import pytest

from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage, SectionPage

LISTS = {"listing", "archive", "archive_year", "archive_month"}


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (NewsIndexPage, {*LISTS, "tag", "withdrawn"}),
        (SectionPage, {*LISTS, "archive_in_short"}),
        (NewsPage, {"news_page", "print"}),
    ],
)
def test_public_addresses_below_a_page(kind: type, names: set[str]) -> None:
    # `index_route` is Wagtail's own for the page's address; ours of the same path comes first.
    found = {route.name for route in kind.get_subpage_urls()} - {"index_route"}
    assert found == names
