import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from tests import test_purging
from tests.councils.making import START, council, in_english, person, seat, sits
from tests.making import SmallSite, small_site
from tests.test_purging import paths
from wagtail_prcouncil.councils.actions.appointing import Letter, correct
from wagtail_prcouncil.councils.actions.closing import close_council
from wagtail_prcouncil.councils.actions.removing import remove_appointment
from wagtail_prcouncil.councils.actions.seating import save_seat
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.directory.models import Person


@pytest.fixture
def cached(db: None) -> Iterator[SmallSite]:
    chosen = {"here": {"BACKEND": "tests.test_purging.WrittenDown"}}
    with override_settings(WAGTAILFRONTENDCACHE=chosen):
        yield small_site()


def test_who_sits_there_is_told_anew_in_both_languages(
    cached: SmallSite, django_capture_on_commit_callbacks: Any
) -> None:
    page = council(cached)
    english = in_english(page, cached)
    place = seat(page)
    test_purging.purged.clear()
    with django_capture_on_commit_callbacks(execute=True):
        sits(place)
    slug = CouncilPage.objects.get(pk=page.pk).slug
    for start in ("/councils/", "/en/councils/"):
        below = {f"{start}{slug}/{part}" for part in ("", "seats/", "members/", "popolo.json")}
        assert {start, *below} <= paths()
    assert english.live


def test_a_draft_is_in_no_cache(cached: SmallSite, django_capture_on_commit_callbacks: Any) -> None:
    page = council(cached)
    page.unpublish()
    test_purging.purged.clear()
    with django_capture_on_commit_callbacks(execute=True):
        sits(seat(page))
    assert not paths()


def cards() -> set[str]:
    """Keys of the persons whose cards were forgotten in both languages."""
    starts = ("/councils/persons/", "/en/councils/persons/")
    told = [
        {path[len(start) : -1] for path in paths() if path.startswith(start)} for start in starts
    ]
    assert told[0] == told[1]
    return told[0]


def keys(*people: Person) -> set[str]:
    return {str(who.pk) for who in people}


def purged_cards(work: Callable[[], object], commit: Any) -> set[str]:
    test_purging.purged.clear()
    with commit(execute=True):
        work()
    return cards()


def test_cards_of_whom_it_concerns(
    cached: SmallSite, django_capture_on_commit_callbacks: Any
) -> None:
    commit = django_capture_on_commit_callbacks
    place, other = seat(council(cached)), seat(council(cached))
    first, second, third = person(), person(), person()
    sits(other, third)
    assert purged_cards(lambda: sits(place, first), commit) == keys(first)
    day = START + dt.timedelta(days=30)
    assert purged_cards(lambda: sits(place, second, day), commit) == keys(first, second)
    row = place.appointments.get(person=second)
    letter = Letter(third, row.span)
    work = lambda: correct(row, letter, version=row.version)  # noqa: E731
    assert purged_cards(work, commit) == keys(second, third)
    place.label = "نمایندهٔ دانشگاه‌ها"
    assert purged_cards(lambda: save_seat(place), commit) == keys(first, third)
    work = lambda: close_council(place.council, on=today(), reason="merged", by=None)  # noqa: E731
    assert purged_cards(work, commit) == keys(third)
    gone = other.appointments.get()
    assert purged_cards(lambda: remove_appointment(gone), commit) == keys(third)


def test_a_person_who_is_called_otherwise(
    cached: SmallSite, admin_client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    page, elsewhere = council(cached), council(cached)
    who = person("بهار نمونه‌پور")
    sits(seat(page), who)
    test_purging.purged.clear()
    with django_capture_on_commit_callbacks(execute=True):
        url = reverse(Person.snippet_viewset.get_url_name("edit"), args=[who.pk])
        fields = admin_client.get(url).context["form"].initial
        said = {name: value for name, value in fields.items() if value is not None}
        answer = admin_client.post(url, said | {"name": "بهار نمونه‌فر"})
    assert answer.status_code == 302
    assert cards() == keys(who)
    assert {f"/councils/{page.slug}/", "/councils/"} <= paths()
    assert f"/councils/{elsewhere.slug}/" not in paths()
