"""The steps of an election in the admin: each is a form over one action of `actions.electing`."""

from collections.abc import Iterable, Iterator
from copy import copy
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from wagtail_prcouncil.councils.actions import electing
from wagtail_prcouncil.councils.admin.asking import AskingView, Fact, Found, found_within
from wagtail_prcouncil.councils.admin.ballots import (
    SPARE,
    AnnulForm,
    ConfirmForm,
    VersionForm,
    VoteForm,
    candidates_formset,
)
from wagtail_prcouncil.councils.admin.elections import NEEDED, AnnouncementCorrectionForm
from wagtail_prcouncil.councils.admin.places import ELECTION_LIST
from wagtail_prcouncil.councils.admin.reading import day_as_read, stay_as_read
from wagtail_prcouncil.councils.counting import ahead
from wagtail_prcouncil.councils.models import Appointment, Candidate, Election
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.rules import CouncilError
from wagtail_prcouncil.councils.states import BEFORE_THE_VOTE, TRANSITIONS, Right, Verb
from wagtail_prcouncil.pages.numerals import in_numerals

MORE = "more"


class StepView(AskingView):
    """Of an election within the scope."""

    right = Right.CHANGE_ELECTIONS
    form_class: type[forms.BaseForm] = VersionForm
    listing = ELECTION_LIST
    header_icon = "check"
    phases: frozenset[str] = frozenset()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only where the step is due; else back to how the election stands."""
        if self.election.phase not in self.phases:
            sentence = gettext("This is not due: the election is %(phase)s.")
            messages.warning(request, sentence % {"phase": self.election.get_phase_display()})
            return redirect(self.get_success_url())
        response: HttpResponse = super().get(request, *args, **kwargs)
        return response

    def find(self) -> None:
        rows = Election.objects.select_related(*NEEDED)
        self.election: Election = found_within(rows, self.scope, "seat__council", self.kwargs["pk"])

    @cached_property
    def candidates(self) -> list[Candidate]:
        return list(self.election.candidates.select_related("person", "agency"))

    def get_initial(self) -> dict[str, Any]:
        return {"version": self.election.version}

    def now(self) -> Found:
        """Where another step was taken meanwhile, this one is not due any more."""
        row = Election.objects.select_related(*NEEDED).filter(pk=self.election.pk).first()
        if row is None:
            return Found(is_settled=True)
        return Found(row, state_facts(row), is_settled=row.phase not in self.phases)

    def get_page_subtitle(self) -> str:
        return self.election.seat.name_as_read()

    def get_success_url(self) -> str:
        return self.listing.place("edit", self.election.pk)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        *above, here = super().get_breadcrumbs_items()
        return [*above, {"url": self.get_success_url(), "label": str(self.election.seat)}, here]


def state_facts(election: Election) -> Iterable[Fact]:
    """Where it stands, who stands with how many votes, and who was elected since when."""
    yield Fact(_("Phase"), election.get_phase_display())
    if election.elected:
        stay = Appointment.objects.filter(election=election).first()
        since = stay_as_read(stay) if stay else ""
        yield Fact(_("Elected"), election.elected.person.name_as_read(), since)
    for row in election.candidates.select_related("person"):
        votes = "–" if row.votes is None else in_numerals(row.votes)
        yield Fact(row.person.name_as_read(), votes)


class AnnouncementView(StepView):
    """A slip in what was announced."""

    form_class = AnnouncementCorrectionForm
    page_title = _("Correct the announcement")
    phases = BEFORE_THE_VOTE

    def get_form_kwargs(self) -> dict[str, Any]:
        row = copy(self.election)  # the form writes into it
        return super().get_form_kwargs() | {"instance": row, "scope": self.scope}

    def act(self, form: AnnouncementCorrectionForm) -> str:
        said = {name: form.cleaned_data[name] for name in ("seat", "announced_on", "version")}
        note = form.instance.note
        electing.correct_announcement(self.election, **said, note=note, by=self.by)
        return gettext("The announcement is corrected.")

    def facts(self) -> Iterable[Fact]:
        yield Fact(_("Council"), self.election.seat.council.title)
        yield from state_facts(self.election)


class CandidatesView(StepView):
    """Who stands. “More lines” sends the form without saving it."""

    template_name = "prcouncil_councils/admin/candidates.html"
    page_title = _("Candidates")
    phases = BEFORE_THE_VOTE
    submit_button_label = _("Save the candidates")

    @cached_property
    def formset(self) -> Any:
        data = None
        if self.request.method == "POST":
            data = self.request.POST.copy()
            if MORE in data:
                total = str(data.get("candidates-TOTAL_FORMS", ""))
                lines = int(total) if total.isascii() and total.isdigit() and len(total) < 4 else 0
                data["candidates-TOTAL_FORMS"] = str(lines + SPARE)
        return candidates_formset(self.candidates, data, SPARE if self.candidates else SPARE + 1)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if MORE in request.POST:
            return self.render_to_response(self.get_context_data(form=self.get_form()))
        form = self.get_form()
        if not self.formset.is_valid() or not form.is_valid():
            return self.form_invalid(form)
        return self.form_valid(form)

    def act(self, form: VersionForm) -> str:
        standing = self.formset.standing()
        if not standing:
            raise CouncilError(gettext("Nobody stands."))
        version = form.cleaned_data["version"]
        electing.set_candidates(self.election, standing, version=version, by=self.by)
        return gettext("The candidates are set.")

    def written(self, form: VersionForm) -> Iterator[Fact]:
        if self.formset.is_valid():
            for one in self.formset.standing():
                yield Fact(_("Candidate"), one.person.name_as_read())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        media = context["media"] + self.formset.media
        return context | {"formset": self.formset, "media": media, "more": MORE}


class VoteView(StepView):
    """What the paper says of the vote."""

    form_class = VoteForm
    page_title = _("Record the vote")
    phases = TRANSITIONS[Verb.HOLD].before
    submit_button_label = _("Record it")

    def get_form_kwargs(self) -> dict[str, Any]:
        row = copy(self.election)  # the form writes into it
        return super().get_form_kwargs() | {"instance": row, "candidates": self.candidates}

    def get_initial(self) -> dict[str, Any]:
        return super().get_initial() | {"held_on": self.election.held_on or today()}

    def act(self, form: VoteForm) -> str:
        version = form.cleaned_data["version"]
        electing.hold(self.election, form.record(), version=version, by=self.by)
        return gettext("The vote is recorded. It takes effect when it is confirmed.")

    def beside(self, field: str, form: VoteForm) -> str:
        """What is said of the counts stands beside the first that is missing, or the first."""
        if field != "candidates":
            return field
        names = [f"votes_{row.pk}" for row in self.candidates]
        missing = [name for name in names if form.cleaned_data.get(name) is None]
        return next(iter([*missing, *names]), "")


class ConfirmView(StepView):
    """The result holds, and the elected takes the seat."""

    right = Right.CONFIRM_ELECTIONS
    form_class = ConfirmForm
    page_title = _("Confirm the result")
    phases = TRANSITIONS[Verb.CONFIRM].before
    submit_button_label = _("Confirm")

    @cached_property
    def leading(self) -> list[Candidate]:
        keys = set(ahead({row.pk: row.votes for row in self.candidates}))
        return [row for row in self.candidates if row.pk in keys]

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"tied": self.leading}

    def get_initial(self) -> dict[str, Any]:
        return super().get_initial() | {"since": self.election.held_on}

    def act(self, form: ConfirmForm) -> str:
        said = form.cleaned_data
        made = electing.confirm(
            self.election,
            since=said["since"],
            version=said["version"],
            chosen=said.get("chosen"),
            tie_decision=said.get("tie_decision") or "",
            by=self.by,
        )
        words = {"person": made.person.name_as_read(), "since": day_as_read(made.since)}
        return gettext("%(person)s is elected, and in office since %(since)s.") % words

    def beside(self, field: str, form: ConfirmForm) -> str:
        """What forbids the appointment is about whoever is chosen, or about the days."""
        if field in form.fields:
            return field
        return "chosen" if "chosen" in form.fields and field in {"person", "agency"} else "since"

    def facts(self) -> Iterable[Fact]:
        yield from state_facts(self.election)
        names = "، ".join(row.person.name_as_read() for row in self.leading)
        yield Fact(_("Most votes"), names)


class ReviseView(StepView):
    """The record was wrong."""

    page_title = _("Put the record right")
    phases = TRANSITIONS[Verb.REVISE].before
    submit_button_label = _("Open the record again")

    def act(self, form: VersionForm) -> str:
        electing.revise(self.election, version=form.cleaned_data["version"], by=self.by)
        return gettext("The record is open again; the counts are kept.")

    def facts(self) -> Iterable[Fact]:
        return state_facts(self.election)

    def get_success_url(self) -> str:
        election = Election.objects.filter(pk=self.election.pk).only("phase").first()
        is_open = election is not None and election.phase != self.election.phase
        name = "vote" if is_open else "edit"
        return self.listing.place(name, self.election.pk)


class AnnulView(StepView):
    """It does not count."""

    right = Right.CONFIRM_ELECTIONS
    form_class = AnnulForm
    page_title = _("Annul")
    phases = TRANSITIONS[Verb.ANNUL].before
    submit_button_label = _("Annul the election")
    is_serious = True

    def act(self, form: AnnulForm) -> str:
        said = form.cleaned_data
        electing.annul(self.election, note=said["note"], version=said["version"], by=self.by)
        return gettext("The election is annulled. That stays in the record.")

    def facts(self) -> Iterable[Fact]:
        return state_facts(self.election)
