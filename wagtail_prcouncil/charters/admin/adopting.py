"""The screen on which a version is adopted: what it says, what changes, what is missing yet."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from django import forms
from django.http import HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.charters.actions.adopting import (
    Hindrance,
    adopt,
    hindrances,
    texts_to_freeze,
)
from wagtail_prcouncil.charters.admin.comparing import Beside, Texts, beside
from wagtail_prcouncil.charters.admin.occasions import OccasionField, offer_occasions
from wagtail_prcouncil.charters.admin.reading import number_as_read
from wagtail_prcouncil.charters.admin.steps import StepView, ask_if_far
from wagtail_prcouncil.charters.models import CharterVersion
from wagtail_prcouncil.charters.texts import digest_of, every_clause
from wagtail_prcouncil.charters.transitions import Verb
from wagtail_prcouncil.councils.admin.answers import Layout, VersionedForm
from wagtail_prcouncil.councils.admin.asking import Fact
from wagtail_prcouncil.councils.occasions import day_of
from wagtail_prcouncil.pages.numerals import in_numerals
from wagtail_prcouncil.ui.jalali.form_fields import AdminJalaliDateField
from wagtail_prcouncil.ui.languages import language_name

CONSENSUS, VOTE = "consensus", "vote"
MOST = 2**31 - 1


def votes(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=MOST)


class AdoptForm(VersionedForm):
    """In which meeting, when and how, since when it holds, and which languages stay out: `others`
    are those beside the one that decides, code and name. `seen` has the digests of the texts that
    the screen showed."""

    adopted_in = OccasionField(
        label=_("Adopted in"),
        required=False,
        help_text=_("A meeting of the council, or of one that shares the charter."),
    )
    adopted_on = AdminJalaliDateField(
        label=_("Adopted on"),
        required=False,
        help_text=_("Left empty, it is the day of the meeting."),
    )
    how = forms.ChoiceField(
        label=_("How"),
        choices=[(CONSENSUS, _("by consensus")), (VOTE, _("by vote"))],
        widget=forms.RadioSelect,
        initial=CONSENSUS,
    )
    votes_for = votes(_("Votes for"))
    votes_against = votes(_("Votes against"))
    abstentions = votes(_("Abstentions"))
    in_force_from = AdminJalaliDateField(
        label=_("In force from"),
        required=False,
        help_text=_("Left empty, it holds from the day on which it was adopted."),
    )
    without = forms.MultipleChoiceField(
        label=_("Leave out"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Languages whose text is not ready. They are not adopted with this version."),
    )

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    layout: ClassVar[Sequence[Layout]] = (
        Layout("when", _("Adopted"), [["adopted_in"], ["adopted_on", "in_force_from"], ["far"]]),
        Layout("how", _("Voting"), [["how"], ["votes_for", "votes_against", "abstentions"]]),
        Layout("languages", _("Languages"), [["without"]]),
    )

    def __init__(self, *args: Any, others: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["without"].choices = others
        if not others:
            del self.fields["without"]
        offer_occasions(self, "adopted_in")

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if "adopted_on" in said and said["adopted_on"] is None:
            meeting = said.get("adopted_in")
            said["adopted_on"] = day_of(meeting) if meeting else None
            if said["adopted_on"] is None:
                self.add_error("adopted_on", gettext("Say on which day."))
        if "in_force_from" in said and said["in_force_from"] is None:
            said["in_force_from"] = said.get("adopted_on")
        else:
            ask_if_far(self, said.get("in_force_from"))
        return said

    def facts(self) -> dict[str, Any]:
        """As the action takes them."""
        said = self.cleaned_data
        names = ("votes_for", "votes_against", "abstentions")
        when: dict[str, dt.date] = {name: said[name] for name in ("adopted_on", "in_force_from")}
        return when | {
            "adopted_in": said.get("adopted_in"),
            "by_consensus": said["how"] == CONSENSUS,
            "votes": tuple(said[name] for name in names),
            "without": said.get("without", ()),
            "seen": said["seen"].split(),
            "version": said["version"],
        }


class AdoptView(StepView):
    """The text is frozen in its languages. What is not ready is told before, and what changes."""

    verb, form_class = Verb.ADOPT, AdoptForm
    template_name = "prcouncil_charters/admin/adopt.html"

    @cached_property
    def draft_texts(self) -> Texts:
        """What would be frozen now, by language; nothing where the draft went meanwhile."""
        return texts_to_freeze(self.found) if self.found else {}

    @cached_property
    def missing(self) -> list[Hindrance]:
        return list(hindrances(self.draft_texts, self.charter)) if self.found else []

    @property
    def seen(self) -> str:
        return " ".join(map(digest_of, self.draft_texts.values()))

    def get_initial(self) -> dict[str, Any]:
        return super().get_initial() | {"seen": self.seen}

    def conflict(self, form: Any, sentence: str, status: int = 409) -> HttpResponse:
        """The screen shows the texts as they stand, and what changes with them."""
        form.data = form.data.copy()
        form.data[form.add_prefix("seen")] = self.seen
        return super().conflict(form, sentence, status)

    def get_form_kwargs(self) -> dict[str, Any]:
        unready = {one.language for one in self.missing}
        others = [
            (code, self._choice(code, code in unready))
            for code in self.draft_texts
            if code != self.charter.authoritative
        ]
        return super().get_form_kwargs() | {"others": others}

    def _choice(self, code: str, is_unready: bool) -> str:
        name = language_name(code)
        return gettext("%(language)s – not ready") % {"language": name} if is_unready else name

    def act(self, form: AdoptForm) -> str:
        found = self.version
        adopt(found, **form.facts(), by=self.by)
        told = {"version": number_as_read(found)}
        if self.charter.page.live:
            return gettext("Adopted: %(version)s.") % told
        return gettext("Adopted: %(version)s. Readers get it once the page is published.") % told

    def beside(self, field: str, form: AdoptForm) -> str:
        return "how" if field == "by_consensus" else field

    def facts(self) -> Iterator[Fact]:
        if self.found is None:
            return
        yield Fact(_("Version"), number_as_read(self.found))
        yield Fact(_("Council"), self.charter.council.title)
        for code, text in self.draft_texts.items():
            number = in_numerals(len(every_clause(text)))
            told = gettext("%(number)s clauses") % {"number": number}
            yield Fact(language_name(code), str(text["title"]), told)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "missing": self.missing,
            "before_name": number_as_read(self.before) if self.before else "",
            "compared": self.compared(),
        }

    @cached_property
    def before(self) -> CharterVersion | None:
        """The version that was adopted last."""
        return next((row for row in self.versions if row.is_frozen), None)

    def compared(self) -> list[Beside]:
        if self.before is None or self.found is None:
            return []
        return beside(self.before, self.found, self.before.texts, self.draft_texts)
