"""The screen on which one clause of one agency is reviewed, or a review is corrected."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.charters.actions.reviewing import review
from wagtail_prcouncil.charters.admin.policies import REVIEWS
from wagtail_prcouncil.charters.admin.review_table import ReviewTable
from wagtail_prcouncil.charters.admin.tabs import CharterAskingView
from wagtail_prcouncil.charters.models import Charter, ClauseReview
from wagtail_prcouncil.charters.states import Verdict
from wagtail_prcouncil.charters.texts import Clause
from wagtail_prcouncil.charters.wording import words_of
from wagtail_prcouncil.councils.admin.answers import Layout, VersionedForm
from wagtail_prcouncil.councils.admin.asking import Fact
from wagtail_prcouncil.councils.admin.reading import day_as_read
from wagtail_prcouncil.councils.scopes import Scope
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.fields import CanonicalTextField
from wagtail_prcouncil.pages.numerals import in_digits
from wagtail_prcouncil.ui.forms import form_field

MOST_DIGITS = 18  # of a key that a database can hold


class ReviewForm(VersionedForm):
    """What was found, and by what one sees it. `has_file`: whether there is one already."""

    verdict = forms.ChoiceField(
        label=_("Verdict"), choices=Verdict.choices, widget=forms.RadioSelect
    )
    evidence = form_field(
        CanonicalTextField(
            _("Evidence"),
            blank=True,
            help_text=_("What was found. Readers see it; needed unless the clause was kept."),
        )
    )
    evidence_en = form_field(CanonicalTextField(_("Evidence in English"), blank=True))
    evidence_url = form_field(ClauseReview._meta.get_field("evidence_url"))
    evidence_file = form_field(
        ClauseReview._meta.get_field("evidence_file"),
        widget=forms.FileInput,
        help_text=_("For secretaries alone; readers do not get it."),
    )
    drop_file = forms.BooleanField(label=_("Take the present file away"), required=False)

    layout: ClassVar[Sequence[Layout]] = (
        Layout("found", "", [["verdict"], ["evidence"], ["evidence_en"]]),
        Layout("shown", _("Where it can be seen"), [["evidence_url"], ["evidence_file"]]),
        Layout("file", "", [["drop_file"]]),
    )

    def __init__(self, *args: Any, has_file: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_file:
            del self.fields["drop_file"]


class ReviewView(CharterAskingView):
    """Clause, agency and year stand in the address: the cell of the table from which one comes.
    Raises Http404 for what is no such cell."""

    slug = "reviews"
    form_class = ReviewForm
    submit_button_label = _("Save the review")

    def reach(self) -> Scope:
        return REVIEWS.scope_of_any(self.request.user, ("add", "change"))

    def find(self) -> None:
        super().find()
        asked = self.request.GET
        self.table = ReviewTable(self.charter, asked.get("year", ""))
        clause = self.table.clause(asked.get("clause", ""))
        agency = _agency(asked.get("agency", ""))
        if clause is None or agency is None or str(self.table.year) != asked.get("year"):
            raise Http404("There is nothing to review.")
        self.clause: Clause = clause
        self.agency: Agency = agency
        self.known = self._known()
        if not self.may("change" if self.known else "add", REVIEWS):
            raise PermissionDenied

    def _known(self) -> ClauseReview | None:
        return self.table.reviews.get((self.clause.anchor, self.agency.pk))

    def get_page_title(self) -> str:
        return gettext("Correct the review") if self.known else gettext("Review a clause")

    def get_form_kwargs(self) -> dict[str, Any]:
        has_file = self.known is not None and bool(self.known.evidence_file)
        return super().get_form_kwargs() | {"has_file": has_file}

    def get_initial(self) -> dict[str, Any]:
        if self.known is None:
            return super().get_initial()
        names = ("verdict", "evidence", "evidence_en", "evidence_url")
        return super().get_initial() | {name: getattr(self.known, name) for name in names}

    def act(self, form: ReviewForm) -> str:
        said = form.cleaned_data
        review(
            self.charter,
            anchor=self.clause.anchor,
            agency=self.agency,
            year=self.table.year,
            verdict=said["verdict"],
            evidence=said["evidence"],
            evidence_en=said["evidence_en"],
            evidence_url=said["evidence_url"],
            evidence_file=said["evidence_file"] or None,
            keeps_file=not said.get("drop_file"),
            version=said["version"],
            by=self.by,
        )
        told = {"clause": self.clause.full_name(), "agency": self.agency.name_as_read()}
        return gettext("Reviewed: %(clause)s, %(agency)s.") % told

    def facts(self) -> Iterator[Fact]:
        yield Fact(_("Clause"), self.clause.full_name(), words_of(self.clause.text))
        yield Fact(_("Agency"), self.agency.name_as_read())
        yield Fact(_("Year"), in_digits(self.table.year))
        yield from review_facts(self.known)

    def row_facts(self, row: Charter) -> Iterator[Fact]:
        self.table = ReviewTable(row, str(self.table.year))
        self.known = self._known()
        yield from self.facts()

    def get_success_url(self) -> str:
        return f"{super().get_success_url()}?year={self.table.year}"


def review_facts(row: ClauseReview | None) -> Iterator[Fact]:
    """What was found before; nothing where nobody has said anything."""
    if row is None:
        return
    yield Fact(_("So far"), row.get_verdict_display(), row.evidence)
    yield Fact(_("Reviewed on"), day_as_read(row.reviewed_on))


def _agency(key: str) -> Agency | None:
    is_key = key.isdecimal() and len(key) <= MOST_DIGITS
    return Agency.objects.filter(pk=int(key)).first() if is_key else None
