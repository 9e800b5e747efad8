"""Seats to fill, on the dashboard."""

from django.contrib.auth.models import User
from django.test import RequestFactory
from django.urls import reverse

from tests.councils.admin.desk import chief, secretary
from tests.councils.making import council, seat, sits
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.councils.admin.dashboard import DuePanel, add_panel
from wagtail_prcouncil.councils.due import Matter
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.spans import ONE_DAY
from wagtail_prcouncil.councils.states import Right

HEADING = 'id="prcouncil-councils-section"'


def panel_for(user: User) -> DuePanel:
    request = RequestFactory().get("/")
    request.user = user
    return DuePanel(request)


def test_numbers_within_the_scope(site: SmallSite, django_assert_num_queries: object) -> None:
    home, other = council(site), council(site)
    seat(home)
    sits(seat(home), until=today() + ONE_DAY)
    seat(other)
    user = member_of(group_for(home, rights=[Right.VIEW_SEATS]))
    user.get_all_permissions()  # known for the request
    with django_assert_num_queries(2):  # type: ignore[operator]
        lines = panel_for(user).get_context_data()["lines"]
    assert [(line["label"], line["number"]) for line in lines] == [
        (Matter.VACANT.label, "۱"),
        (Matter.EXPIRING.label, "۱"),
    ]


def test_it_is_on_the_dashboard_of_those_who_see_seats(site: SmallSite) -> None:
    home = council(site)
    seat(home)
    place = reverse("wagtailadmin_home")
    assert HEADING in chief().get(place).content.decode()
    assert HEADING in secretary(home).get(place).content.decode()
    assert HEADING not in secretary(home, rights=[Right.VIEW_TERMS]).get(place).content.decode()


def test_where_all_is_well_nothing_is_shown(site: SmallSite) -> None:
    sits(seat(council(site)))
    assert HEADING not in chief().get(reverse("wagtailadmin_home")).content.decode()


def test_nobody_else_has_the_panel(site: SmallSite) -> None:
    request = RequestFactory().get("/")
    request.user = User.objects.create_user("nobody")
    panels: list[object] = []
    add_panel(request, panels)  # type: ignore[arg-type]
    assert panels == []
