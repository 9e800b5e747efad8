"""Councils in the admin's menu: seats, appointments, terms, elections."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from wagtail_prcouncil import compat
from wagtail_prcouncil.councils.admin import (
    appointments,
    elections,
    removing,
    seats,
    steps,
    terms,
)
from wagtail_prcouncil.councils.admin.desk import Tab
from wagtail_prcouncil.councils.admin.listings import RowHistory, RowUsage, ScopedListing
from wagtail_prcouncil.councils.admin.ordering import OrderView
from wagtail_prcouncil.councils.admin.places import (
    APPOINTMENT_LIST,
    ELECTION_LIST,
    SEAT_LIST,
    TERM_LIST,
    Listing,
)
from wagtail_prcouncil.councils.admin.policies import (
    APPOINTMENTS,
    ELECTIONS,
    SEATS,
    SEEING,
    TERMS,
    CouncilPolicy,
)
from wagtail_prcouncil.councils.admin.timeline import TimelineView
from wagtail_prcouncil.councils.importing.members import MemberImport
from wagtail_prcouncil.councils.models import Appointment, Election, Seat, Term
from wagtail_prcouncil.exchange.viewsets import ImportViewSet

ICON = "prcouncil-council"


class RowViewSet(ModelViewSet):
    """Rows that hang on councils. Wagtail lists them and tells their history; every change is a
    screen over an action."""

    policy: CouncilPolicy
    listing: Listing
    model: type[Model]
    history_view_class = RowHistory
    usage_view_class = RowUsage
    index_view_class: type[ScopedListing]
    list_per_page = 50
    copy_view_enabled = False
    screens: ClassVar[dict[str, Any]] = {}
    of_one: ClassVar[dict[str, Any]] = {}

    @cached_property
    def name(self) -> str:
        return self.listing.name

    @cached_property
    def menu_label(self) -> str | Promise:
        return self.listing.label

    @cached_property
    def menu_name(self) -> str:
        return self.name.replace("_", "-")

    @cached_property
    def permission_policy(self) -> CouncilPolicy:
        return self.policy

    def on_register(self) -> None:
        compat.register_policy(self.model, self.policy)
        super().on_register()

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        own = {"policy": self.policy, "permission_policy": self.policy}
        common: dict[str, Any] = super().get_common_view_kwargs(**(own | kwargs))
        return common

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """The listings name what they search themselves."""
        said: dict[str, Any] = super().get_index_view_kwargs(**kwargs)
        return {key: value for key, value in said.items() if not key.startswith("search_")}

    def get_permissions_to_register(self) -> QuerySet[Permission]:
        """That to view, too: lists are for those who only look."""
        kind = ContentType.objects.get_for_model(self.model)
        return Permission.objects.filter(content_type=kind)

    @cached_property
    def menu_item_class(self) -> type[MenuItem]:
        policy = self.policy

        class RowsItem(MenuItem):
            """For those who see any of them."""

            def is_shown(self, request: HttpRequest) -> bool:
                return policy.user_has_any_permission(request.user, SEEING)

        return RowsItem

    def get_urlpatterns(self) -> list[URLPattern]:
        one = "<council_key:pk>/"
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path(f"history/{one}", self.history_view, name="history"),
            path(f"history-results/{one}", self.history_results_view, name="history_results"),
            path(f"usage/{one}", self.usage_view, name="usage"),
            *(
                path(f"{name}/", self.construct_view(view), name=name)
                for name, view in self.screens.items()
            ),
            *(
                path(f"{name}/{one}", self.construct_view(view), name=name)
                for name, view in self.of_one.items()
            ),
        ]


class DeskViewSet(RowViewSet):
    """Rows that have a desk below their key: `tabs` are its tabs, `steps` the screens of verbs,
    `of_it` further screens, each at `<key>/<name>/`. `beside` are the screens of what hangs on such
    a row, each at `<name>/<key of the other row>/`."""

    tabs: ClassVar[Sequence[Tab]]
    steps: ClassVar[Mapping[Any, Any]]
    of_it: ClassVar[Mapping[str, Any]]
    beside: ClassVar[Mapping[str, Any]]

    def get_urlpatterns(self) -> list[URLPattern]:
        one = "<council_key:pk>/"
        tabs = {tab.slug: tab.view for tab in self.tabs}
        steps = {verb.value: view for verb, view in self.steps.items()}
        first = RedirectView.as_view(pattern_name=f"{self.name}:{self.tabs[0].slug}")
        return [
            *super().get_urlpatterns(),
            path(one, first, name="edit"),
            *(
                path(f"{one}{name}/", self._on_the_desk(view), name=name)
                for name, view in (tabs | steps | dict(self.of_it)).items()
            ),
            *(
                path(f"{name}/{one}", self._on_the_desk(view), name=name)
                for name, view in self.beside.items()
            ),
        ]

    def _on_the_desk(self, view: Any) -> Any:
        return view.as_view(tabs=self.tabs)


class SeatViewSet(RowViewSet):
    model, policy, listing, icon = Seat, SEATS, SEAT_LIST, ICON
    url_prefix = "councils/seats"
    index_view_class = seats.SeatListing
    screens: ClassVar[dict[str, Any]] = {"add": seats.SeatAddView}
    of_one: ClassVar[dict[str, Any]] = {
        "edit": seats.SeatEditView,
        "delete": removing.RemoveSeatView,
        "appoint": appointments.AppointView,
        "appoint_acting": appointments.AppointActingView,
        "order": OrderView,  # of a council
        "timeline": TimelineView,  # of a council
    }


class AppointmentViewSet(RowViewSet):
    model, policy, listing, icon = Appointment, APPOINTMENTS, APPOINTMENT_LIST, "user"
    url_prefix = "councils/appointments"
    index_view_class = appointments.AppointmentListing
    screens: ClassVar[dict[str, Any]] = {"add": appointments.AppointView}
    of_one: ClassVar[dict[str, Any]] = {
        "edit": appointments.CorrectView,
        "end": appointments.EndView,
        "delete": removing.RemoveAppointmentView,
    }


class TermViewSet(RowViewSet):
    model, policy, listing, icon = Term, TERMS, TERM_LIST, "date"
    url_prefix = "councils/terms"
    index_view_class = terms.TermListing
    screens: ClassVar[dict[str, Any]] = {"add": terms.TermAddView}
    of_one: ClassVar[dict[str, Any]] = {
        "edit": terms.TermEditView,
        "delete": removing.RemoveTermView,
    }


class ElectionViewSet(RowViewSet):
    model, policy, listing, icon = Election, ELECTIONS, ELECTION_LIST, "check"
    url_prefix = "councils/elections"
    index_view_class = elections.ElectionListing
    screens: ClassVar[dict[str, Any]] = {"add": elections.AnnounceView}
    of_one: ClassVar[dict[str, Any]] = {
        "edit": elections.ElectionView,
        "announcement": steps.AnnouncementView,
        "candidates": steps.CandidatesView,
        "vote": steps.VoteView,
        "confirm": steps.ConfirmView,
        "revise": steps.ReviseView,
        "annul": steps.AnnulView,
        "delete": removing.RemoveElectionView,
    }


class CouncilsGroup(ViewSetGroup):
    """The menu of who sits."""

    menu_label = _("Councils")
    menu_name = "prcouncil-councils"
    menu_icon = ICON
    menu_order = 121
    items = (
        SeatViewSet,
        AppointmentViewSet,
        TermViewSet,
        ElectionViewSet,
        ImportViewSet("prcouncil_member_import", kind_name=MemberImport.name),
    )


def icons(known: list[str]) -> list[str]:
    """With a round table and those who sit at it."""
    return [*known, f"prcouncil_councils/icons/{ICON}.svg"]
