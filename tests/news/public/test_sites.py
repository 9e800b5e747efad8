from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from home.models import HomePage
from wagtail.models import Page, Site

from tests.making import SmallSite, live_news
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage
from wagtail_prcouncil.news.public.narrowing import Narrowing
from wagtail_prcouncil.news.public.scope import Scope
from wagtail_prcouncil.news.public.sites import news_in, news_of_site


def second_site(site: SmallSite) -> tuple[Site, NewsPage]:
    """Another site of the installation, with one item."""
    root = Page.objects.get(depth=1)
    home = root.add_child(instance=HomePage(title="وزارت دیگر", slug="other", locale=site.fa))
    index = home.add_child(instance=NewsIndexPage(title="خبرها", slug="news", locale=site.fa))
    page = index.add_child(instance=NewsPage(title="خبر دیگری", locale=site.fa, live=False))
    page.save_revision().publish()
    other = Site.objects.create(hostname="other.example.org", root_page=home)
    return other, page


def test_one_site_has_all_news_of_a_language(site: SmallSite) -> None:
    page = live_news(site)
    english = live_news(site, english_of=page, title="News")
    page.create_alias(update_slug="an-alias")
    news_of_site(site.site, site.fa)  # the place of the home is kept
    with CaptureQueriesContext(connection) as seen:
        assert list(news_of_site(site.site, site.fa)) == [page]
    assert len(seen) == 2, "the private paths and the news"
    assert list(news_of_site(site.site, site.en)) == [english]


def test_two_sites_know_only_their_own(site: SmallSite) -> None:
    page = live_news(site)
    other, theirs = second_site(site)
    assert list(news_of_site(site.site, site.fa)) == [page]
    assert list(news_of_site(other, site.fa)) == [theirs]
    assert list(news_of_site(other, site.en)) == []
    for host, shown, hidden in (
        ("localhost", page, theirs),
        ("other.example.org", theirs, page),
    ):
        for address in ("/feeds/news.rss", "/feeds/news.json?q=خبر", "/news-sitemap.xml"):
            told = Client(HTTP_HOST=host).get(address).content.decode()
            assert shown.title in told
            assert f"{hidden.title}<" not in told
            assert f'"{hidden.title}"' not in told


def test_a_tree_that_is_prepared_for_another_site_is_told_nowhere(site: SmallSite) -> None:
    page = live_news(site)
    root = Page.objects.get(depth=1)
    index = root.add_child(instance=NewsIndexPage(title="خبرها", slug="later", locale=site.fa))
    early = index.add_child(instance=NewsPage(title="خبر زود", locale=site.fa, live=False))
    early.save_revision().publish()
    assert early.get_full_url() is None
    assert list(news_of_site(site.site, site.fa)) == [page]
    for address in ("/feeds/news.rss", "/feeds/news.atom", "/feeds/news.json", "/news-sitemap.xml"):
        response = Client().get(address)
        assert response.status_code == 200
        told = response.content.decode()
        assert page.title in told
        assert early.title not in told


def test_all_of_a_language(site: SmallSite) -> None:
    page = live_news(site)
    english = live_news(site, english_of=page, title="News")
    page.create_alias(update_slug="an-alias")
    for locale, wanted in ((site.fa, page), (site.fa.pk, page), (site.en, english)):
        assert list(news_in(locale)) == [wanted]


def test_the_time_is_asked_for_by_its_own_index(site: SmallSite) -> None:
    """Not by the index on languages, in which half of all pages are alike."""
    live_news(site)
    for news in (
        news_of_site(site.site, site.fa),
        Scope(locale_id=site.fa.pk).news(),
        Narrowing(QueryDict(""), site.fa).news(),
    ):
        plan = news.newest_first()[:20].explain()
        if connection.vendor == "sqlite":
            assert "newspage_published" in plan
            assert "TEMP B-TREE" not in plan
