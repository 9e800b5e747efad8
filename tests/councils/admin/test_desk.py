"""The frame of a desk, around something that is no feature's."""

from types import SimpleNamespace
from typing import Any, ClassVar

import pytest
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.test import RequestFactory
from django.views.generic import View

from tests.councils.making import council
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.councils.admin.desk import DeskStepView, OnADesk, Tab
from wagtail_prcouncil.councils.admin.places import SEAT_LIST
from wagtail_prcouncil.councils.admin.policies import SEATS
from wagtail_prcouncil.councils.models import Seat
from wagtail_prcouncil.councils.states import Right

TABS = (Tab("edit", "نخست", View), Tab("delete", "دوم", View, lambda row: f"({row.pk})"))


class Around(OnADesk):
    """Of a thing that has a page and a council."""

    tabs = TABS
    slug = "delete"
    listing, policy = SEAT_LIST, SEATS

    def __init__(self, kept: Any, user: Any) -> None:
        self.thing = kept
        self.request = RequestFactory().get("/")
        self.request.user = user

    @property
    def kept(self) -> Any:
        return self.thing


def test_it_shows_the_tabs_with_what_follows_their_names(site: SmallSite) -> None:
    page = council(site, title="شورا")
    view = Around(SimpleNamespace(pk=7, page=page, page_id=page.pk, council=page), User())
    first, second = view.tabs_shown()
    assert (first.url, first.badge, first.is_current) == (SEAT_LIST.place("edit", 7), "", False)
    assert (second.badge, second.is_current) == ("(7)", True)
    assert view.get_page_subtitle() == "شورا"
    assert [str(button.url) for button in view.header_buttons] == [f"/admin/pages/{page.pk}/edit/"]
    assert str(view.header_more_buttons[0].url) == SEAT_LIST.place("history", 7)


@pytest.mark.parametrize("right", [Right.VIEW_SEATS, Right.CHANGE_SEATS])
def test_rights_are_asked_for_in_its_own_council(site: SmallSite, right: Right) -> None:
    mine, other = council(site), council(site)
    keeper = member_of(group_for(mine, rights=[right]))
    rights = [
        Around(SimpleNamespace(pk=1, page=page, council=page), keeper).may("change")
        for page in (mine, other)
    ]
    assert rights == [right == Right.CHANGE_SEATS, False]


def test_a_verb_that_is_not_due_says_why_and_leads_back(rf: RequestFactory) -> None:
    class Step(DeskStepView):
        """Never due."""

        listing, slug = SEAT_LIST, "edit"
        kept = SimpleNamespace(pk=3)
        http_method_names: ClassVar[list[str]] = ["get"]

        def desk_rows(self) -> QuerySet[Seat]:
            return Seat.objects.none()

        def why_not(self) -> str:
            return "هنوز نه"

    told: list[str] = []
    view = Step()
    view.request = request = rf.get("/")
    request._messages = SimpleNamespace(add=lambda level, text, tags: told.append(text))
    answer = view.get(request)
    assert (answer.status_code, answer["Location"]) == (302, SEAT_LIST.place("edit", 3))
    assert "هنوز نه" in told[0]
