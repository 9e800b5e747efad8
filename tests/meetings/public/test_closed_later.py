"""A resolution was public, and then the item that it was decided on was closed: what readers get
tells of it no more, wherever it stood."""

import pytest
from django.test import Client

from tests.making import SmallSite
from tests.meetings.making import fresh, held, published, staffed_council
from tests.meetings.printed.making import printed
from tests.meetings.public.making import Told, forwarded, session, told_meeting
from wagtail_prcouncil.meetings.actions import resolving
from wagtail_prcouncil.meetings.models import AgendaItem, Resolution
from wagtail_prcouncil.meetings.printed.kinds import Audience, Print
from wagtail_prcouncil.meetings.public.minutes import published_passages
from wagtail_prcouncil.meetings.states import Visibility

TEXTS = ("ماهانه منتشر شود", "Publish monthly", "فرستادن گزارش")
NOT_OPEN = (Visibility.CLOSED, Visibility.MEMBERS)
BELOW_PAGE = ("", "meeting.json", "minutes/", "print/minutes/", "print/resolutions/", "meeting.ics")
BELOW_LIST = ("", "resolutions/", "resolutions.csv", "meetings.ics")


@pytest.fixture
def told(site: SmallSite) -> Told:
    return told_meeting(site)


def close(told: Told, visibility: str = Visibility.CLOSED) -> None:
    rows = AgendaItem.objects.filter(resolutions__text=TEXTS[0])
    rows.update(visibility=visibility)


def body(address: str) -> str:
    """What an anonymous reader gets; a page that is not there tells nothing."""
    response = Client().get(address)
    assert response.status_code in {200, 404}
    return response.content.decode() if response.status_code == 200 else ""


@pytest.mark.parametrize("visibility", NOT_OPEN)
@pytest.mark.parametrize("part", BELOW_PAGE)
def test_the_meeting(told: Told, part: str, visibility: str) -> None:
    for page in (told.page, told.english):
        assert any(text in body(f"{page.get_url()}") for text in TEXTS)
    close(told, visibility)
    for page in (told.page, told.english):
        shown = body(f"{page.get_url()}{part}")
        assert not any(text in shown for text in TEXTS)


@pytest.mark.parametrize("part", BELOW_LIST)
def test_lists_of_the_council(told: Told, part: str) -> None:
    url = told.index.get_url() or ""
    assert TEXTS[0] in body(f"{url}resolutions/")
    assert TEXTS[0] in body(f"{url}resolutions.csv")
    assert "resolutions/" in str(told.index.get_sitemap_urls())
    close(told)
    assert not any(text in body(f"{url}{part}") for text in TEXTS)
    assert "resolutions/" not in str(told.index.get_sitemap_urls())


def test_the_page_of_the_council(told: Told) -> None:
    url = told.council.get_url() or ""
    assert TEXTS[0] in body(url)
    close(told)
    assert TEXTS[0] not in body(url)


def test_search_knows_no_words_of_resolutions(told: Told) -> None:
    told.page.save()
    assert "نشست گزارش" in body("/search/?q=نشست گزارش")
    assert "نشست گزارش" not in body("/search/?q=ماهانه منتشر شود")


def test_what_lies_below_a_closed_item(told: Told) -> None:
    one = AgendaItem.objects.get(resolutions__text=TEXTS[0])
    above = AgendaItem.objects.create(
        meeting=told.meeting, title="بسته", visibility=Visibility.CLOSED
    )
    between = AgendaItem.objects.create(meeting=told.meeting, title="میانی", parent=above)
    AgendaItem.objects.filter(pk=one.pk).update(parent=between)
    assert not Resolution.objects.readable().exists()
    assert session(told.page).decisions == []


def test_minutes_and_papers_for_readers(told: Told) -> None:
    close(told)
    headings = [one.heading for one in published_passages(fresh(told.meeting))]
    assert not any("مصوبه" in heading for heading in headings)
    shown = printed(told.meeting, Print.RESOLUTIONS, Audience.READERS)
    assert shown is None
    kept = printed(told.meeting, Print.RESOLUTIONS, Audience.MEMBERS)
    assert kept is not None
    assert TEXTS[0] in kept


def test_where_another_council_takes_it_up(told: Told, site: SmallSite) -> None:
    other = staffed_council(site, title="شورای استان")
    row = forwarded(told.meeting.resolutions.get(text=TEXTS[0]), other)
    taken = held(other)
    resolving.take_up(row.forwardings.get(), taken, version=fresh(taken).version)
    done = published(taken)
    assert session(done.page).decisions[0].origin is not None
    close(told)
    assert session(done.page).decisions[0].origin is None
