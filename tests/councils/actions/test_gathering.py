"""A council whose English page came first: its seats are found in every state, and move once."""

import datetime as dt
from itertools import count

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import PageLogEntry

from tests.councils.making import START, council, council_index, person, seat
from tests.councils.staff import group_for, member_of
from tests.directory.making import agency
from tests.making import SmallSite, below
from wagtail_prcouncil.councils.actions.appointing import Letter, appoint
from wagtail_prcouncil.councils.actions.closing import close_council
from wagtail_prcouncil.councils.actions.electing import announce
from wagtail_prcouncil.councils.actions.locking import locked_council
from wagtail_prcouncil.councils.actions.seating import save_seat, save_term
from wagtail_prcouncil.councils.due import due_seats
from wagtail_prcouncil.councils.facets import COUNCILS
from wagtail_prcouncil.councils.importing.rows import Rows
from wagtail_prcouncil.councils.models import (
    Appointment,
    CouncilIndexPage,
    CouncilPage,
    Election,
    Seat,
    Term,
)
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.spans import Span
from wagtail_prcouncil.councils.states import CouncilEnd, Role

pytestmark = pytest.mark.django_db
_numbers = count(1)


def again(page: CouncilPage) -> CouncilPage:
    return CouncilPage.objects.get(pk=page.pk)


def english_council(site: SmallSite) -> CouncilPage:
    """Live, before there is a Persian page."""
    if not CouncilIndexPage.objects.filter(locale=site.en).exists():
        council_index(site)
    index = CouncilIndexPage.objects.get(locale=site.en)
    slug = f"water-{next(_numbers)}"
    page = below(index, CouncilPage, title="Water council", slug=slug)
    page.save_revision().publish()
    return again(page)


def in_persian(page: CouncilPage, site: SmallSite) -> CouncilPage:
    """A draft, as somebody begins it."""
    made = again(page).copy_for_translation(site.fa)
    made.title = "شورای آب"
    made.save_revision()
    return again(made)


def published(page: CouncilPage) -> CouncilPage:
    page.get_latest_revision().publish()
    return again(page)


def assert_all_find_it(shown: CouncilPage, home: CouncilPage, place: Seat) -> None:
    """Public page, admin list, choices, report, import and news, in whatever state."""
    place.refresh_from_db()
    assert place.council == home
    assert (
        shown.original()
        == home
        == CouncilPage.objects.originals().get(translation_key=home.translation_key)
    )
    profile = Client().get(shown.url).context["profile"]
    assert [one.seat for one in profile.composition.sittings] == [place]
    staff = Client()
    staff.force_login(member_of(group_for(home, rights=["prcouncil_councils.view_seat"])))
    listed = staff.get(reverse("prcouncil_seats:index"), {"council": home.pk})
    assert place in listed.context["object_list"]
    assert list(Rows.read([{"council": home.title}], None).homes.values())[0][0].council == home
    assert COUNCILS.agencies_in([home.pk]) == {home.pk: {place.agency_id}}
    assert COUNCILS.councils_of([place.agency_id]) == {place.agency_id: {home.pk}}


def test_a_draft_takes_no_seat_from_readers(site: SmallSite) -> None:
    page = english_council(site)
    place = seat(page)
    draft = in_persian(page, site)
    assert draft.original() == page
    assert_all_find_it(page, page, place)
    made = appoint(place, Letter(person(), Span(START)))
    save_term(Term(council=draft, number=1, since=START))
    first = save_seat(Seat(council=draft, agency=agency(), role=Role.CHAIR))
    announce(Election(seat=first, announced_on=START))
    for kind in (Seat, Term):
        assert not kind.objects.exclude(council=page).exists()
    assert made.seat.council == page
    Election.objects.all().delete()
    first.delete()
    assert_all_find_it(page, page, place)


def test_the_published_translation_is_the_original(site: SmallSite) -> None:
    page = english_council(site)
    place = seat(page)
    term = Term.objects.create(council=page, number=1, since=START)
    made = appoint(place, Letter(person(), Span(START)))
    persian = published(in_persian(page, site))
    for shown in (persian, page):
        assert_all_find_it(again(shown), persian, place)
    term.refresh_from_db()
    assert term.council == persian
    assert Appointment.objects.of_council(persian).get() == made
    entry = PageLogEntry.objects.get(action="prcouncil_councils.gather")
    assert entry.page_id == persian.pk
    assert entry.data == {"from": [page.pk], "seats": 1, "terms": 1}


def test_published_again_moves_nothing(site: SmallSite) -> None:
    page = english_council(site)
    seat(page)
    persian = published(in_persian(page, site))
    for each in (persian, page):
        again(each).save_revision().publish()
    assert PageLogEntry.objects.filter(action="prcouncil_councils.gather").count() == 1


def test_an_alias_that_becomes_a_page(site: SmallSite) -> None:
    """Nothing tells of it: readers find the seats meanwhile, and the next action moves them."""
    page = english_council(site)
    place = seat(page)
    alias = again(page).copy_for_translation(site.fa, alias=True)
    assert_all_find_it(again(alias), page, place)
    ConvertAliasPageAction(alias).execute(skip_permission_checks=True)
    persian = again(alias)
    assert persian.live
    assert_all_find_it(persian, page, place)
    made = appoint(place, Letter(person(), Span(START)))
    assert made.seat.council == persian
    assert_all_find_it(again(page), persian, place)


def test_a_withdrawn_original_keeps_its_seats(site: SmallSite) -> None:
    page = english_council(site)
    place = seat(page)
    persian = published(in_persian(page, site))
    persian.unpublish()
    place.refresh_from_db()
    assert locked_council(page) == place.council == persian
    assert not Client().get(page.url).context["profile"].composition.sittings


def test_the_first_seat_of_a_council_stands_where_readers_see_it(site: SmallSite) -> None:
    page = english_council(site)
    draft = in_persian(page, site)
    place = save_seat(Seat(council=draft, agency=agency()))
    assert_all_find_it(page, page, place)


def test_the_end_of_a_council_follows_its_seats(site: SmallSite) -> None:
    page = english_council(site)
    place = seat(page)
    day = dt.date(2025, 3, 20)
    appoint(place, Letter(person(), Span(START)))
    close_council(page, on=day, reason=CouncilEnd.MERGED, by=None)
    persian = published(in_persian(page, site))
    assert (persian.closed_on, persian.closing_reason) == (day, CouncilEnd.MERGED)
    assert not due_seats(Seat.objects.all(), today()).exists()


def test_a_translation_made_after_the_end_knows_of_it(site: SmallSite) -> None:
    """Whichever page is left, the council has ended."""
    page = council(site)
    day = dt.date(2025, 3, 20)
    close_council(page, on=day, reason=CouncilEnd.MERGED, by=None)
    english = again(page).copy_for_translation(site.en)
    assert again(english).closed_on is None
    english.save_revision().publish()
    again(page).delete()
    assert (again(english).closed_on, again(english).closing_reason) == (day, CouncilEnd.MERGED)


def test_of_two_terms_with_one_number_that_at_home_stands(site: SmallSite) -> None:
    page = english_council(site)
    persian = published(in_persian(page, site))
    for home in (page, persian):
        Term.objects.create(council=home, number=1, since=START)
    other = Term.objects.create(council=page, number=2, since=START)
    assert locked_council(page) == persian
    other.refresh_from_db()
    assert (other.council, persian.terms.count(), page.terms.count()) == (persian, 2, 1)
