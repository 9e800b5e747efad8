import pytest
from django.test import RequestFactory, override_settings

from tests.making import SmallSite, live_news
from tests.news.feeds.making import full_news, republish
from wagtail_prcouncil.news.feeds.entries import Entry
from wagtail_prcouncil.news.feeds.writing import absolute, clean, entry_id, written
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage


def entry(site: SmallSite, page: NewsPage) -> Entry:
    return written(page, page.updates[::-1], site.site, RequestFactory().get("/"))


def test_the_id_outlives_headline_and_address(site: SmallSite) -> None:
    page = live_news(site)
    first = entry_id(page, site.site)
    page = republish(page, "silent", title="سدی دیگر", slug="another", section=None)
    other = site.home.add_child(instance=NewsIndexPage(title="خبرهای آب", slug="water"))
    page.move(other, pos="last-child")
    assert entry_id(NewsPage.objects.get(pk=page.pk), site.site) == first


def test_the_id_outlives_a_host_whose_name_is_kept(site: SmallSite) -> None:
    page = live_news(site)
    first = entry_id(page, site.site)
    site.site.hostname = "new.example.org"
    assert entry_id(page, site.site) != first
    with override_settings(WAGTAIL_PRCOUNCIL={"FEED_AUTHORITY": "localhost,2026"}):
        assert entry_id(page, site.site) == first


@pytest.mark.parametrize(
    ("html", "outside"),
    [
        ('<a href="/news/">', '<a href="http://x/news/">'),
        ('<a href="https://a.org/b">', '<a href="https://a.org/b">'),
        ('<a href="mailto:a@b.ir">', '<a href="mailto:a@b.ir">'),
        ('<a href="//cdn/x">', '<a href="http://cdn/x">'),
        ('<a href="http://[url]">', '<a href="http://[url]">'),
        ('<a href="//[x">', '<a href="//[x">'),
        (
            '<img src="/m/a.webp" srcset="/m/a.webp 2w" sizes="1rem">',
            '<img src="http://x/m/a.webp">',
        ),
        ('<svg class="i"><use href="#a"/></svg>متن', "متن"),
        ("«href=/a»", "«href=/a»"),
    ],
)
def test_addresses_hold_outside_of_the_site(html: str, outside: str) -> None:
    assert absolute(html, "http://x") == outside


def test_what_xml_has_no_way_to_write_goes() -> None:
    assert clean("a\x00\x0b\ud800\uffffb\n\tسد\u200cها") == "ab\n\tسد\u200cها"


def test_the_text_or_only_its_beginning(site: SmallSite) -> None:
    page = full_news(site)
    assert "گزارشی که مردم نفهمند" in entry(site, page).html
    with override_settings(WAGTAIL_PRCOUNCIL={"FEED_WHOLE_TEXT": False}):
        short = entry(site, page).html
    assert page.lead in short
    assert "گزارشی که مردم نفهمند" not in short
    assert f'href="{page.full_url}"' in short


def test_a_picture_whose_file_is_lost(site: SmallSite) -> None:
    page = full_news(site)
    page.hero_image.file.storage.delete(page.hero_image.file.name)
    page.hero_image.renditions.all().delete()
    assert entry(site, NewsPage.objects.get(pk=page.pk)).picture is None


def test_words_are_in_the_language_of_the_item(site: SmallSite) -> None:
    page = live_news(site, lead="<b>چکیده</b>")
    assert entry(site, page).summary == "چکیده"
    assert entry(site, page).categories == ("استان‌ها",)
    english = live_news(site, english_of=page, title="News")
    assert entry(site, english).categories == ("Provinces",)
