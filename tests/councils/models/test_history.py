"""What the log keeps of rows of councils, and as what."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.log_actions import registry

from tests.councils.making import START, council, seat, sits
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.councils.actions.electing import announce
from wagtail_prcouncil.councils.actions.removing import remove_seat
from wagtail_prcouncil.councils.actions.seating import save_seat, save_term
from wagtail_prcouncil.councils.models import LOGGED, Election, Term
from wagtail_prcouncil.councils.states import Role

pytestmark = pytest.mark.django_db
ANY_RIGHT = ["view_seat", "view_term", "view_appointment", "view_election", "export_seat"]


def test_whatever_is_done_is_found_by_its_row(site: SmallSite) -> None:
    page = council(site)
    place = seat(page, Role.CHAIR)
    rows = [
        save_seat(place),
        save_term(Term(council=page, number=1, since=START)),
        sits(place),
        announce(Election(seat=seat(page, Role.SECRETARY), announced_on=START)),
    ]
    for row in rows:
        entry = registry.get_logs_for_instance(row).get()
        assert (entry.object_id, entry.label) == (str(row.pk), str(row))
        kind = entry.content_type.model_class()
        assert kind is LOGGED[type(row)]
        assert kind._meta.verbose_name == row._meta.verbose_name


def test_one_table_keeps_it(site: SmallSite) -> None:
    """A third log model is refused by SQLite in the report, a second reading of one table doubles
    every line."""
    assert not [kind for kind in registry.get_log_entry_models() if "council" in kind.__name__]


def test_what_was_deleted_is_told_to_superusers_alone(
    site: SmallSite, admin_client: Client
) -> None:
    page = council(site)
    gone = seat(page, label="کرسی آزمایشی")
    remove_seat(gone)
    keeper = Client()
    rights = [f"prcouncil_councils.{name}" for name in ANY_RIGHT]
    keeper.force_login(member_of(group_for(page, rights=rights)))
    place = reverse("wagtailadmin_reports:site_history")
    assert "کرسی آزمایشی" in admin_client.get(place).content.decode()
    assert "کرسی آزمایشی" not in keeper.get(place).content.decode()


def test_the_history_of_the_site_leads_to_the_row(site: SmallSite, admin_client: Client) -> None:
    place = save_seat(seat(council(site)))
    told = admin_client.get(reverse("wagtailadmin_reports:site_history")).content.decode()
    assert reverse("prcouncil_seats:edit", args=[place.pk]) in told
