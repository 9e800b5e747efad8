import datetime as dt

from django.test import Client
from django.utils import timezone, translation

from tests.making import SmallSite, below, draft_news, live_news
from tests.news.staff import EDITING, chief, group, logged_in, member
from wagtail_prcouncil.news.admin.choosers import PageChooser
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage

CHOOSE = "/admin/choose-page/"


def offered(client: Client, index: NewsIndexPage) -> str:
    """What the dialog shows below an index, and what it finds there."""
    asked = {"page_type": "prcouncil_news.newspage"}
    listed = client.get(f"{CHOOSE}{index.pk}/", asked).json()["html"]
    return listed + client.get(f"{CHOOSE}search/", asked | {"q": "خبر"}).content.decode()


def test_a_reporter_is_offered_what_readers_may_see_and_what_is_theirs(site: SmallSite) -> None:
    unit = below(site.home, NewsIndexPage, title="خبرهای واحد", slug="unit")
    own = unit.add_child(instance=NewsPage(title="خبر واحد", locale=site.fa, live=False))
    tomorrow = timezone.now() + dt.timedelta(days=1)
    out, draft = live_news(site, title="خبر پخش‌شده"), draft_news(site, title="خبر پنهان")
    embargoed = live_news(site, title="خبر فردا", embargoed_until=tomorrow)
    reporter = logged_in(member(group("reporters", *EDITING, below=unit)))
    html = offered(reporter, site.index)
    assert out.title in html
    assert draft.title not in html
    assert embargoed.title not in html
    assert own.title in offered(reporter, unit)
    everything = offered(logged_in(chief()), site.index)
    assert all(page.title in everything for page in (out, draft, embargoed))


def test_a_chooser_of_news_has_words_of_ours() -> None:
    with translation.override("en"):
        assert str(PageChooser(NewsPage).choose_one_text) == "Choose a news item"
        assert str(PageChooser().choose_one_text) == "Choose a page"
