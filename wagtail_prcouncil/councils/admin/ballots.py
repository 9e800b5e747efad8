"""Forms of an election's steps: who stands, what the paper says of the vote, who takes office."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.actions.electing import Record, Standing
from wagtail_prcouncil.councils.admin.answers import (
    AnswersForm,
    Layout,
    VersionedForm,
    take_any_digits,
    version_field,
)
from wagtail_prcouncil.councils.models import Candidate, Election
from wagtail_prcouncil.councils.states import Method
from wagtail_prcouncil.fields import CanonicalTextField
from wagtail_prcouncil.pages.numerals import in_numerals
from wagtail_prcouncil.ui.forms import PRCouncilModelForm, TakesAnyKey, form_field
from wagtail_prcouncil.ui.jalali.form_fields import AdminJalaliDateField

MOST_VOTES = 100_000
MOST_CANDIDATES = 50
SPARE = 2


class VersionForm(VersionedForm):
    """Nothing but which version was read."""


class CandidateForm(PRCouncilModelForm):
    """Somebody who stands; a line that is left empty is nobody."""

    class Meta(PRCouncilModelForm.Meta):
        model = Candidate
        fields = ("person", "agency")

    def _post_clean(self) -> None:
        """The action checks and saves all of them together."""


class CandidatesFormSet(forms.BaseFormSet):
    """All who stand."""

    def standing(self) -> list[Standing]:
        said = [form.cleaned_data for form in self.forms if form not in self.deleted_forms]
        return [Standing(one["person"], one["agency"]) for one in said if one.get("person")]


def candidates_formset(candidates: Sequence[Candidate], data: Any, lines: int) -> Any:
    """`lines` of them are empty, where nothing was sent yet."""
    kind = forms.formset_factory(
        CandidateForm,
        formset=CandidatesFormSet,
        extra=lines,
        max_num=MOST_CANDIDATES,
        validate_max=True,
        absolute_max=MOST_CANDIDATES + SPARE,
        can_delete=True,
    )
    initial = [{"person": row.person_id, "agency": row.agency_id} for row in candidates]
    most = gettext("At most %(most)s can stand.") % {"most": in_numerals(MOST_CANDIDATES)}
    words = {"too_many_forms": most}
    return kind(data, initial=initial, prefix="candidates", error_messages=words)


class VoteForm(AnswersForm):
    """What the paper says. One count for each candidate: `votes_<key>`."""

    version = version_field()

    class Meta(AnswersForm.Meta):
        model = Election
        fields = (
            *("held_on", "method", "voters_present", "blank_votes", "spoiled_votes"),
            *("meeting", "meeting_note", "note"),
        )
        widgets = {"method": forms.RadioSelect}

    def __init__(self, *args: Any, candidates: Sequence[Candidate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.candidates = candidates
        self.fields["held_on"].required = True
        for row in candidates:
            self.fields[f"votes_{row.pk}"] = forms.IntegerField(
                label=row.person.name_as_read(),
                required=False,
                min_value=0,
                max_value=MOST_VOTES,
                initial=row.votes,
            )
            take_any_digits(self.fields[f"votes_{row.pk}"])
        for name in ("blank_votes", "spoiled_votes"):
            self.fields[name].required = False
        for name in ("voters_present", "blank_votes", "spoiled_votes"):
            self.fields[name].validators.append(_not_too_many)

    @property
    def layout(self) -> Sequence[Layout]:  # type: ignore[override]
        counts = [[f"votes_{row.pk}"] for row in self.candidates]
        return (
            Layout("vote", _("The vote"), [["held_on", "voters_present"], ["absent"], ["method"]]),
            Layout("counts", _("Votes of each"), [*counts, ["blank_votes", "spoiled_votes"]]),
            Layout("meeting", _("Where"), [["meeting"], ["meeting_note"], ["note"]]),
        )

    def clean_blank_votes(self) -> int:
        return self.cleaned_data["blank_votes"] or 0

    def clean_spoiled_votes(self) -> int:
        return self.cleaned_data["spoiled_votes"] or 0

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        names = [*(f"votes_{row.pk}" for row in self.candidates), "blank_votes", "spoiled_votes"]
        counts = [cleaned.get(name) for name in names]
        present, known = cleaned.get("voters_present"), [one for one in counts if one is not None]
        missing = present - sum(known) if present and len(known) == len(counts) else 0
        if present and missing > 0 and cleaned.get("method") != Method.ACCLAMATION:
            label = gettext("They were present and cast no vote.")
            words = {"missing": in_numerals(missing), "all": in_numerals(present)}
            sentence = gettext("Of %(missing)s of the %(all)s voters no vote is written here.")
            self.ask("absent", label, sentence % words)
        return cleaned

    def record(self) -> Record:
        """By acclamation nothing was counted."""
        said = {name: getattr(self.instance, name) for name in self.Meta.fields}
        votes = {row.pk: self.cleaned_data.get(f"votes_{row.pk}") for row in self.candidates}
        return Record(**said, votes=votes)


def _not_too_many(count: int) -> None:
    if count > MOST_VOTES:
        raise forms.ValidationError(gettext("No council has so many votes."))


class ConfirmForm(VersionedForm):
    """From which day; between equal votes, who and how that was decided."""

    since = AdminJalaliDateField(
        label=_("Takes office on"), help_text=_("Whoever holds the seat leaves it the day before.")
    )
    chosen = TakesAnyKey(
        label=_("Chosen between equal votes"),
        queryset=Candidate.objects.none(),
        widget=forms.RadioSelect,
        required=False,
        empty_label=None,
    )
    tie_decision = form_field(Election._meta.get_field("tie_decision"))

    def __init__(self, *args: Any, tied: Sequence[Candidate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(tied) < 2:
            del self.fields["chosen"], self.fields["tie_decision"]
            return
        keys = [row.pk for row in tied]
        self.fields["chosen"].queryset = Candidate.objects.filter(pk__in=keys).select_related(
            "person"
        )


class AnnulForm(VersionedForm):
    """Why it does not count."""

    note = form_field(
        CanonicalTextField(_("Why it does not count"), help_text=_("Readers see it."))
    )
