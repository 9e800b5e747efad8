from unicodedata import normalize

import pytest
from wagtail import hooks
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from tests.comments.making import open_page
from tests.making import SmallSite
from wagtail_prcouncil.comments.importing.pages import HOOK, Pages
from wagtail_prcouncil.persian.digits import to_persian


def test_what_may_name_a_page(site: SmallSite) -> None:
    page = open_page(site)
    Redirect.add_redirect("/2022/08/dam/", redirect_to=page)
    pages = Pages()
    for reference in (
        str(page.pk),
        to_persian(str(page.pk)),
        page.url,
        f"https://old.example.ir{page.url}",
        "https://old.example.ir/2022/08/dam/",
        page.slug,
    ):
        assert pages.find(reference) == page, reference


@pytest.mark.with_news
def test_news_is_named_by_its_code(site: SmallSite) -> None:
    page = open_page(site)
    for code in (str(page.code), to_persian(str(page.code))):  # type: ignore[attr-defined]
        assert Pages().find(normalize("NFC", f"/news/{code}/")) == page
        assert Pages().find(f"/news/{code}/x/") == page
        assert Pages().find(code) == page


def test_what_names_none(site: SmallSite) -> None:
    """Nor a page of a type that takes no comments."""
    pages = Pages()
    for reference in ("", "/", "/nowhere/", "99999999999999999999", "http://[x", site.index.url):
        assert pages.find(reference) is None, reference


def test_one_reference_is_looked_for_once(
    site: SmallSite, django_assert_num_queries: object
) -> None:
    page, pages = open_page(site), Pages()
    pages.find(page.url)
    with django_assert_num_queries(0):  # type: ignore[operator]
        pages.find(page.url)


def test_a_site_knows_better(site: SmallSite) -> None:
    page = open_page(site)

    def by_old_number(reference: str) -> Page | None:
        return page if reference == "?p=17" else None

    with hooks.register_temporarily(HOOK, by_old_number):
        assert Pages().find("?p=17") == page


@pytest.mark.usefixtures("site")
@pytest.mark.with_news
def test_a_site_is_asked_before_codes(site: SmallSite) -> None:
    """Wherever its app is installed: its old numbers may be codes of other items."""
    page, other = open_page(site), open_page(site)
    with hooks.register_temporarily(HOOK, lambda reference: other):
        assert Pages().find(str(page.code)) == other  # type: ignore[attr-defined]


def test_a_page_without_a_site(site: SmallSite) -> None:
    site.site.delete()
    assert Pages().find("/news/1/") is None
