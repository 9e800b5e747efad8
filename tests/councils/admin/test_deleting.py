"""What the question before a deletion tells of a council's seats."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from tests.councils.making import START, council, in_english, seat, sits
from tests.making import SmallSite
from wagtail_prcouncil.councils.actions.closing import close_council
from wagtail_prcouncil.councils.models import CouncilPage, Seat, Term

pytestmark = pytest.mark.django_db


def asked(client: Client, page: Page) -> list[str]:
    """The warnings above the question."""
    answer = client.get(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert answer.status_code == 200
    return [str(message).strip() for message in answer.context["messages"]]


def with_seats(site: SmallSite) -> tuple[CouncilPage, CouncilPage]:
    page = council(site, "شورای آب")
    for place in (seat(page), seat(page)):
        sits(place)
    Term.objects.create(council=page, number=1, since=START)
    return page, in_english(page, site, "Water council")


def test_which_page_takes_over_and_what_passes(site: SmallSite, admin_client: Client) -> None:
    page, english = with_seats(site)
    (told,) = asked(admin_client, page)
    for words in ("شورای آب", "Water council", "انگلیسی", "فارسی", "۲", "۱"):
        assert words in told
    admin_client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert Seat.objects.filter(council=english).count() == 2
    assert not CouncilPage.objects.filter(pk=page.pk).exists()


def test_names_are_words_and_turn_nothing_around(site: SmallSite, admin_client: Client) -> None:
    page, english = with_seats(site)
    CouncilPage.objects.filter(pk=english.pk).update(title="<b>Water")
    (told,) = asked(admin_client, page)
    assert "<bdi>&lt;b&gt;Water</bdi>" in told


def test_an_heir_that_readers_do_not_see(site: SmallSite, admin_client: Client) -> None:
    page, english = with_seats(site)
    (told,) = asked(admin_client, page)
    english.unpublish()
    (more,) = asked(admin_client, page)
    assert len(more) > len(told)
    assert more.startswith(told)


def test_nothing_passes_from_a_translation(site: SmallSite, admin_client: Client) -> None:
    _page, english = with_seats(site)
    assert asked(admin_client, english) == []
    assert asked(admin_client, council(site)) == []


def test_a_page_above_it_is_asked_of_too(site: SmallSite, admin_client: Client) -> None:
    page, _english = with_seats(site)
    (told,) = asked(admin_client, page.get_parent())
    assert "Water council" in told


def test_what_holds_the_page_is_listed_instead(site: SmallSite, admin_client: Client) -> None:
    page = council(site)
    seat(page)
    answer = admin_client.get(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert answer.status_code == 409
    assert not list(answer.context["messages"])


def test_several_at_once(site: SmallSite, admin_client: Client) -> None:
    page, english = with_seats(site)
    place = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    admin_client.post(f"{place}?id={page.pk}")
    assert Seat.objects.filter(council=english).count() == 2
    assert not CouncilPage.objects.filter(pk=page.pk).exists()


def test_an_heir_that_was_begun_after_the_end(site: SmallSite, admin_client: Client) -> None:
    page = council(site)
    close_council(page, on=START, reason="merged", by=None)
    draft = CouncilPage.objects.get(pk=page.pk).copy_for_translation(site.en)
    admin_client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert CouncilPage.objects.get().pk == draft.pk
    assert CouncilPage.objects.get().closed_on == START


@pytest.mark.needs("postgres")
def test_the_council_is_locked_before_its_seats(site: SmallSite, admin_client: Client) -> None:
    """As every action does: two that lock in another order may wait for each other for ever."""
    page, _english = with_seats(site)
    with CaptureQueriesContext(connection) as queries:
        admin_client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    said = [query["sql"] for query in queries]
    locked = [i for i, sql in enumerate(said) if "FOR UPDATE" in sql and "councilpage" in sql]
    moved = [i for i, sql in enumerate(said) if sql.startswith('UPDATE "prcouncil_councils_seat')]
    assert locked[0] < moved[0]
