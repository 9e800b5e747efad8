from wagtail.models import Page

from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.pages.shown import Shown, name_of, shown_by


def test_a_page_shows_itself(site: SmallSite) -> None:
    assert shown_by(site.index) == Shown("خبرها", "")
    assert shown_by(Page(title="صفحهٔ دیگری")) == Shown("صفحهٔ دیگری", "")


def test_or_what_a_view_shows_below_it(site: SmallSite) -> None:
    page = council(site)
    page.part = Shown("کرسی‌ها", "seats/")
    assert shown_by(page) == page.part


def test_links_name_a_page_as_readers_know_it(site: SmallSite) -> None:
    page = council(site)
    assert name_of(page) == page.title
    page.title_for_readers = "نامی که به آن شناخته است"
    assert name_of(page) == "نامی که به آن شناخته است"
