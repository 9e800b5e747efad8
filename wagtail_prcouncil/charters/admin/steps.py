"""Screens of the verbs that ask for little: a version is begun, discarded, repealed."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.charters.actions import drafting, repealing
from wagtail_prcouncil.charters.admin.reading import charter_facts, number_as_read
from wagtail_prcouncil.charters.admin.tabs import CharterAskingView, versions_of
from wagtail_prcouncil.charters.admin.text import version_facts
from wagtail_prcouncil.charters.admin.verbs import SERIOUS, version_of, why_not
from wagtail_prcouncil.charters.models import CharterVersion
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.charters.rules import ConflictError
from wagtail_prcouncil.charters.transitions import VERSIONS, Verb
from wagtail_prcouncil.councils.admin.answers import VersionedForm
from wagtail_prcouncil.councils.admin.asking import Fact, Found
from wagtail_prcouncil.councils.admin.desk import DeskStepView
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.fields import CanonicalTextField
from wagtail_prcouncil.ui.forms import form_field
from wagtail_prcouncil.ui.jalali.form_fields import AdminJalaliDateField

FAR = dt.timedelta(days=365)


class StepView(CharterAskingView, DeskStepView):
    """One verb, done to the version that it is for."""

    verb: Verb
    slug = "text"
    serious = SERIOUS
    form_class: type[forms.BaseForm] = VersionedForm

    @property
    def right(self) -> Right:  # type: ignore[override]
        return VERSIONS[self.verb].right

    @cached_property
    def found(self) -> CharterVersion | None:
        return version_of(self.verb, self.versions)

    @property
    def version(self) -> CharterVersion:
        """Raises ConflictError where it went meanwhile."""
        if self.found is None:
            raise ConflictError(gettext("No draft is open: begin a version first."))
        return self.found

    def why_not(self) -> str:
        return why_not(self.charter, self.versions, self.verb, self.request.user)

    def facts(self) -> Iterable[Fact]:
        return charter_facts(self.charter, self.versions)

    def now(self) -> Found:
        """Where the verb is not due any more, its form could never succeed."""
        row = self.desk_rows().filter(pk=self.charter.pk).first()
        if row is None:
            return Found(is_settled=True)
        versions = versions_of(row)
        is_over = bool(why_not(row, versions, self.verb, self.request.user))
        return Found(row, charter_facts(row, versions), is_settled=is_over)


class BeginView(StepView):
    """The next version is written from what was adopted last."""

    verb = Verb.BEGIN

    def act(self, form: VersionedForm) -> str:
        made = drafting.begin(self.charter, version=form.cleaned_data["version"], by=self.by)
        told = {"version": number_as_read(made)}
        return gettext("Begun: %(version)s. Write it on the charter’s pages.") % told


class DiscardView(StepView):
    """The draft is given up; the pages say again what was adopted last."""

    verb = Verb.DISCARD

    def act(self, form: VersionedForm) -> str:
        found = self.version
        drafting.discard(found, version=form.cleaned_data["version"], by=self.by)
        return gettext("Discarded: %(version)s.") % {"version": number_as_read(found)}


def ask_if_far(form: VersionedForm, day: dt.date | None) -> None:
    """A year that was mistyped could not be put right: a version that waits for it is neither
    replaced nor repealed before."""
    if day is not None and day > today() + FAR:
        sentence = gettext("This day lies more than a year ahead, and is not changed any more.")
        form.ask("far", gettext("It is meant so."), sentence)


class RepealForm(VersionedForm):
    """From when, and why."""

    on = AdminJalaliDateField(
        label=_("Not in force from"),
        help_text=_("The first day on which it does not hold any more."),
    )
    reason = form_field(
        CanonicalTextField(
            _("Why it is repealed"), help_text=_("Readers see it on the page of the charter.")
        )
    )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        ask_if_far(self, said.get("on"))
        return said


class RepealView(StepView):
    """It ends, and nothing takes its place."""

    verb, form_class = Verb.REPEAL, RepealForm

    def get_initial(self) -> dict[str, Any]:
        return super().get_initial() | {"on": today()}

    def act(self, form: RepealForm) -> str:
        found = self.version
        repealing.repeal(found, **form.cleaned_data, by=self.by)
        return gettext("Repealed: %(version)s.") % {"version": number_as_read(found)}

    def facts(self) -> Iterator[Fact]:
        if self.found is not None:
            yield Fact(_("Version"), number_as_read(self.found))
            yield from version_facts(self.found)
