import datetime as dt

import pytest
from django.template import Context, Template
from django.utils import translation

from tests.making import SmallSite
from wagtail_prcouncil.meetings.models import Resolution
from wagtail_prcouncil.meetings.public.sessions import Times
from wagtail_prcouncil.persian.jalali import TEHRAN

START = dt.datetime(2026, 11, 8, 9, 0, tzinfo=TEHRAN)
LOAD = "{% load prcouncil_meetings %}"


@pytest.fixture(params=["fa", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def rendered(site: SmallSite, language: str, code: str, **values: object) -> str:
    page = site.home if language == "fa" else site.home_en
    with translation.override(language):
        return Template(LOAD + code).render(Context({"page": page, **values}))


def test_from_when_to_when(site: SmallSite, language: str) -> None:
    times = Times(START, START + dt.timedelta(minutes=90), is_off=False)
    shown = rendered(site, language, "{% prc_span times %}", times=times)
    assert shown.count("<time datetime=") == 2
    assert 'datetime="2026-11-08T10:30:00+03:30"' in shown
    words = {"fa": ("یکشنبه ۱۷ آبان ۱۴۰۵", "۱۰:۳۰"), "en": ("Sunday 8 November 2026", "10:30")}
    assert all(word in shown for word in words[language])


def test_several_days_are_said_both(site: SmallSite) -> None:
    times = Times(START, START + dt.timedelta(days=2), is_off=False)
    shown = rendered(site, "en", "{% prc_span times %}", times=times)
    assert "Tuesday 10 November 2026" in shown
    open_end = Times(START, None, is_off=False)
    assert rendered(site, "en", "{% prc_span times %}", times=open_end).count("<time") == 1


@pytest.mark.parametrize("label", ["۲.۱", "2.1"])
def test_numbers_as_printed_in_the_readers_digits(
    site: SmallSite, language: str, label: str
) -> None:
    shown = rendered(site, language, "{% prc_printed label %}", label=label)
    assert shown == {"fa": "۲.۱", "en": "2.1"}[language]


def test_number_and_anchor_of_a_resolution(site: SmallSite, language: str) -> None:
    row = Resolution(year=1405, number=12)
    shown = rendered(
        site, language, "{% prc_resolution_number row %} {{ row|prc_anchor }}", row=row
    )
    assert shown == {"fa": "۱۲/۱۴۰۵ r-1405-12", "en": "12/1405 r-1405-12"}[language]


def test_tones_and_addresses_of_papers(site: SmallSite) -> None:
    assert rendered(site, "fa", "{{ status|prc_tone }}", status="cancelled") == "bad"
    assert rendered(site, "fa", "{{ status|prc_tone }}", status="planned") == "off"
