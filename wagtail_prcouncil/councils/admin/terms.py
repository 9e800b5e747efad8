"""Terms of councils in the admin."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from wagtail_prcouncil.councils.actions.seating import save_term
from wagtail_prcouncil.councils.admin.answers import Layout, OfACouncilForm
from wagtail_prcouncil.councils.admin.asking import Fact
from wagtail_prcouncil.councils.admin.filters import TermFilterSet
from wagtail_prcouncil.councils.admin.keeping import AddView, EditView
from wagtail_prcouncil.councils.admin.listings import ScopedListing
from wagtail_prcouncil.councils.admin.places import TERM_LIST
from wagtail_prcouncil.councils.admin.policies import TERMS
from wagtail_prcouncil.councils.admin.reading import time_as_read
from wagtail_prcouncil.councils.models import Term
from wagtail_prcouncil.councils.states import Right
from wagtail_prcouncil.pages.numerals import in_numerals

MOST_TERMS = 999


class TermListing(ScopedListing):
    """Council by council, the latest first."""

    policy = TERMS
    needed = ("council",)
    filterset_class = TermFilterSet
    default_ordering = ("council__path", "-since")
    list_display = (
        "__str__",
        Column("council", label=_("Council"), accessor="council.title"),
        Column("time", label=_("Time"), accessor=lambda row: time_as_read(row.since, row.until)),
    )


class NumberField(forms.IntegerField):
    """Which of a council's terms. Whatever is no such number is told by one sentence."""

    def clean(self, value: Any) -> int:
        try:
            number: int = super().clean(value)
        except ValidationError:
            number = 0
        if not 1 <= number <= MOST_TERMS:
            sentence = gettext("Terms are counted from 1 to %(most)s.")
            raise ValidationError(sentence % {"most": in_numerals(MOST_TERMS)})
        return number


class TermForm(OfACouncilForm):
    """A council's period in office."""

    number = NumberField(label=_("Number"))
    layout = (
        Layout("term", _("Term"), [["council"], ["number"], ["since", "until"]]),
        Layout("note", _("Note"), [["note"], ["note_en"]]),
    )

    class Meta(OfACouncilForm.Meta):
        model = Term
        fields = ("council", "number", "since", "until", "note", "note_en")


class TermAddView(AddView):
    """A new term."""

    right = Right.ADD_TERMS
    form_class = TermForm
    listing = TERM_LIST
    page_title = _("Add a term")
    header_icon = "date"

    def act(self, form: TermForm) -> str:
        term = save_term(form.instance, by=self.by)
        return gettext("“%(term)s” is saved.") % {"term": term}


class TermEditView(EditView):
    """What is written of a term."""

    model, policy = Term, TERMS
    right = Right.CHANGE_TERMS
    form_class = TermForm
    listing = TERM_LIST
    page_title = _("Term")
    header_icon = "date"

    def act(self, form: TermForm) -> str:
        form.instance.version = form.cleaned_data["version"]
        term = save_term(form.instance, by=self.by)
        return gettext("“%(term)s” is saved.") % {"term": term}

    def facts(self) -> Iterable[Fact]:
        yield Fact(_("Council"), self.row.council.title)

    def told(self, row: Term) -> Iterator[Fact]:
        yield Fact(_("Term"), str(row))
        yield Fact(_("Time"), time_as_read(row.since, row.until))
        if row.note:
            yield Fact(_("Note"), row.note)
        if row.note_en:
            yield Fact(_("Note in English"), row.note_en)

    def get_page_subtitle(self) -> str:
        return str(self.row)
