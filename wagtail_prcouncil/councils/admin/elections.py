"""Elections in the admin: the list, the announcement, and the screen that shows how one stands."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.models import BaseLogEntry

from wagtail_prcouncil.councils.actions.electing import announce
from wagtail_prcouncil.councils.admin.answers import (
    AnswersForm,
    Layout,
    SeatField,
    seats_within,
    version_field,
)
from wagtail_prcouncil.councils.admin.asking import LOOK, Fact, found_within
from wagtail_prcouncil.councils.admin.filters import ElectionFilterSet
from wagtail_prcouncil.councils.admin.listings import ScopedListing
from wagtail_prcouncil.councils.admin.once import MakesOnce, rows_of
from wagtail_prcouncil.councils.admin.places import ELECTION_LIST
from wagtail_prcouncil.councils.admin.policies import ELECTIONS, SEEING
from wagtail_prcouncil.councils.admin.reading import day_as_read
from wagtail_prcouncil.councils.admin.standing import Standings
from wagtail_prcouncil.councils.models import Election, Seat
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.scopes import Scope
from wagtail_prcouncil.councils.states import OFFICERS, Right
from wagtail_prcouncil.pages.numerals import in_numerals

NEEDED = ("seat__council", "seat__agency", "elected__person", "meeting")


class ElectionListing(ScopedListing):
    """The latest first."""

    policy = ELECTIONS
    needed = NEEDED
    filterset_class = ElectionFilterSet
    default_ordering = ("-announced_on", "-pk")
    list_display = (
        "seat",
        Column("council", label=_("Council"), accessor="seat.council.title"),
        Column("phase", label=_("Phase"), accessor="get_phase_display"),
        Column(
            "announced",
            label=_("Announced"),
            accessor=lambda row: day_as_read(row.announced_on),
            sort_key="announced_on",
        ),
        Column("elected", label=_("Elected"), accessor=lambda row: _elected(row)),
    )

    def get_edit_url(self, instance: Election) -> str:
        """Whoever sees it in the list may look at it."""
        return ELECTION_LIST.place("edit", instance.pk)


def _elected(row: Election) -> str:
    return row.elected.person.name_as_read() if row.elected else ""


class AnnouncementForm(AnswersForm):
    """Which office, and since when the council knows."""

    seat = SeatField(label=_("Office"), queryset=Seat.objects.none(), empty_label=_("Choose one"))
    layout = (Layout("what", "", [["seat"], ["announced_on"], ["note"]]),)

    class Meta(AnswersForm.Meta):
        model = Election
        fields = ("seat", "announced_on", "note")

    def __init__(self, *args: Any, scope: Scope, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = seats_within(scope).on(today()).filter(role__in=OFFICERS)
        self.fields["seat"].queryset = seats


class AnnouncementCorrectionForm(AnnouncementForm):
    """The same of an election that there is: the offices are those of its council."""

    version = version_field()

    def __init__(self, *args: Any, scope: Scope, **kwargs: Any) -> None:
        super().__init__(*args, scope=scope, **kwargs)
        seats = seats_within(scope).filter(council=self.instance.seat.council, role__in=OFFICERS)
        self.fields["seat"].queryset = seats


class AnnounceView(MakesOnce):
    """A new election."""

    right = Right.ADD_ELECTIONS
    form_class = AnnouncementForm
    listing = ELECTION_LIST
    page_title = _("Announce an election")
    header_icon = "check"
    submit_button_label = _("Announce it")
    made: Election | None = None

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"scope": self.scope}

    def get_initial(self) -> dict[str, Any]:
        return {"announced_on": today(), "seat": self.request.GET.get("seat")}

    def act(self, form: AnnouncementForm) -> str:
        self.made = announce(form.instance, by=self.by)
        return gettext("The election is announced.")

    def lead_to(self, entries: Sequence[BaseLogEntry]) -> None:
        self.made = rows_of(entries, Election).first()

    def get_success_url(self) -> str:
        if self.made is None:
            return super().get_success_url()
        return ELECTION_LIST.place("edit", self.made.pk)


class ElectionView(WagtailAdminTemplateMixin, TemplateView):
    """How an election stands: its phases, what to do next, the counts."""

    template_name = "prcouncil_councils/admin/election.html"
    page_title = _("Election")
    header_icon = "check"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not ELECTIONS.user_has_any_permission(request.user, SEEING):
            raise PermissionDenied
        rows: QuerySet[Election] = Election.objects.select_related(*NEEDED)
        seen = ELECTIONS.instances_user_has_any_permission_for(request.user, SEEING)
        everything = Scope(everything=True)
        mine = rows.filter(pk__in=seen.order_by().values("pk"))
        self.election: Election = found_within(mine, everything, "", kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        standing = Standings(self.election)
        steps = [step for step in standing.steps() if self._may(step.right)]
        return super().get_context_data(**kwargs) | {
            "media": LOOK,
            "election": self.election,
            "phases": standing.phases(),
            "counts": standing.counts(),
            "blank_votes": in_numerals(self.election.blank_votes),
            "spoiled_votes": in_numerals(self.election.spoiled_votes),
            "facts": list(self.facts()),
            "next_step": next((step for step in steps if step.is_next), None),
            "other_steps": [step for step in steps if not step.is_next],
        }

    def _may(self, right: Right) -> bool:
        action = right.value.rpartition(".")[2].partition("_")[0]
        return ELECTIONS.user_has_permission_for_instance(self.request.user, action, self.election)

    def facts(self) -> Iterator[Fact]:
        """What is written of it."""
        one = self.election
        yield Fact(_("Council"), one.seat.council.title)
        yield Fact(_("Announced"), day_as_read(one.announced_on))
        if one.held_on:
            yield Fact(_("Held"), day_as_read(one.held_on))
            yield Fact(_("Method"), one.get_method_display())
            if one.voters_present is not None:
                yield Fact(_("Voters present"), in_numerals(one.voters_present))
        meeting = one.meeting.title if one.meeting else one.meeting_note
        if meeting:
            yield Fact(_("Meeting"), meeting)
        if one.elected:
            yield Fact(_("Elected"), one.elected.person.name_as_read())
        if one.tie_decision:
            yield Fact(_("Decision of the tie"), one.tie_decision)
        if one.note:
            yield Fact(_("Note"), one.note)

    def get_page_subtitle(self) -> str:
        return self.election.seat.name_as_read()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        here = {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, ELECTION_LIST.crumb(), here]

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        url = ELECTION_LIST.place("history", self.election.pk)
        return [Button(_("History"), url=url, icon_name="history", priority=50)]
