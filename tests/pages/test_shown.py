from wagtail.models import Page

from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.pages.shown import Shown, shown_by


def test_a_page_shows_itself(site: SmallSite) -> None:
    assert shown_by(site.index) == Shown("خبرها", "")
    assert shown_by(Page(title="صفحهٔ دیگری")) == Shown("صفحهٔ دیگری", "")


def test_or_what_a_view_shows_below_it(site: SmallSite) -> None:
    page = council(site)
    page.part = Shown("کرسی‌ها", "seats/")
    assert shown_by(page) == page.part
