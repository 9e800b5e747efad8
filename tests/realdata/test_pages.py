"""Scraped pages brought into a site: found in every spelling, shown in clean Persian."""

import re
from collections.abc import Callable, Iterable
from datetime import datetime

import pytest
from django.test import Client
from django.utils.html import escape, format_html

from tests.making import SmallSite, draft_news, small_site
from tests.realdata.cases import SEEDS, WRITTEN, Case, every_page
from tests.realdata.scraping import joined_key
from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.news.actions import import_code
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.persian.dates import TEHRAN, format_datetime
from wagtail_prcouncil.persian.digits import to_persian

SPELLINGS = ("روابط عمومی", "روابط‌عمومی", "روابطعمومي")
ASCII_DIGITS = re.compile("[0-9]")

Committing = Callable[..., Iterable[object]]


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


def brought_in(case: Case, site: SmallSite) -> NewsPage:
    """The page as an import makes it: with the number and the time it had, published."""
    scraped = case.page()
    draft = draft_news(
        site,
        title=scraped.title,
        kicker=scraped.kicker,
        lead=scraped.paragraphs[0],
        body=[("paragraph", format_html("<p>{}</p>", text)) for text in scraped.paragraphs[1:]],
        end_mark=scraped.end_mark,
        province=Province.objects.named(scraped.source.dateline_place).first(),
        **scraped.source._asdict(),
        published_at=scraped.published_at,
    )
    if scraped.code is not None:
        import_code(draft, number=scraped.code)
    NewsPage.objects.get(pk=draft.pk).save_revision().publish()
    return NewsPage.objects.get(pk=draft.pk)


def titles_found(client: Client, words: str) -> list[str]:
    """Headlines of every result, over all pages of results."""
    titles, address = [], f"?q={words}"
    while address:
        answer = client.get(f"/search/{address}")
        assert answer.status_code == 200
        titles += [page.title for page in answer.context["results"]]
        address = answer.context["older_url"]
    return sorted(titles)


def speaks_of(case: Case, words: str) -> bool:
    page = case.page()
    texts = (page.title, page.kicker, *page.source, *page.paragraphs)
    return any(joined_key(words) in joined_key(text) for text in texts)


@pytest.mark.parametrize(
    "cases",
    [
        pytest.param(WRITTEN, id="written"),
        pytest.param(SEEDS, id="seeds", marks=pytest.mark.needs("seeds")),
    ],
)
def test_every_spelling_finds_the_same_pages(
    cases: tuple[Case, ...],
    site: SmallSite,
    client: Client,
    django_capture_on_commit_callbacks: Committing,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        for case in cases:
            brought_in(case, site)
    expected = sorted(case.page().title for case in cases if speaks_of(case, SPELLINGS[0]))
    assert len(expected) >= 5
    assert [titles_found(client, words) for words in SPELLINGS] == [expected] * 3


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("كتابخانه هاي روستايي", ["09"]),
        ("هفتۀ مهارت", ["08"]),
        ("١٣٩٥", ["09"]),
        ("پاسخگویی نوروز", ["07"]),
        ("گفتوگوی هفتگی", ["02"]),
        ("کارهای انجام‌شده", ["04", "10"]),
        ("شباهنگ", []),
    ],
)
def test_words_in_another_spelling_than_the_page(
    words: str,
    names: list[str],
    site: SmallSite,
    client: Client,
    django_capture_on_commit_callbacks: Committing,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        for case in WRITTEN:
            brought_in(case, site)
    expected = sorted(case.page().title for case in WRITTEN if case.name in names)
    assert titles_found(client, words) == expected


@every_page
def test_page_is_shown(case: Case, site: SmallSite, client: Client) -> None:
    page = brought_in(case, site)
    assert page.code == (case.code or page.code) is not None
    answer = client.get(page.url)
    assert answer.status_code == 200
    html = answer.content.decode()
    scraped = case.page()
    links = (page.source_outlet, page.quoted, page.dateline_place, page.end_mark)
    assert links[:3] == (scraped.source[0], scraped.source[2], scraped.source[1])
    for text in (page.title, page.kicker, *links, *scraped.paragraphs):
        assert escape(text) in html
    assert f"/{page.code}/" in page.url
    assert to_persian(page.code) in html


def test_a_province_s_name_in_the_source_is_its_province(site: SmallSite) -> None:
    found = {case.name: brought_in(case, site).province for case in WRITTEN}
    assert {name: row.code for name, row in found.items() if row} == {"05": "IR-01"}


@every_page
def test_moment_is_persian_to_people_and_iso_to_machines(
    case: Case, site: SmallSite, client: Client
) -> None:
    page = brought_in(case, site)
    html = client.get(page.url).content.decode()
    shown = dict(re.findall(r'<time datetime="([^"]+)"[^>]*>([^<]+)</time>', html))
    iso = page.published_at.astimezone(TEHRAN).isoformat(timespec="seconds")
    machine = next(text for text in shown if datetime.fromisoformat(text) == _whole(page))
    assert machine.isascii()
    assert iso[-6:] in machine
    assert shown[machine].strip() == format_datetime(page.published_at)
    assert not any(ASCII_DIGITS.search(text) for text in shown.values())


def _whole(page: NewsPage) -> datetime:
    """The moment of publication as far as it is printed: to the second."""
    return page.published_at.replace(microsecond=0)


@every_page
def test_old_address_of_the_number_still_leads_there(
    case: Case, site: SmallSite, client: Client
) -> None:
    page = brought_in(case, site)
    for number in (str(page.code), to_persian(page.code)):
        answer = client.get(f"/n/{number}/", follow=True)
        assert answer.redirect_chain[-1] == (page.url, 302)
        assert answer.status_code == 200
