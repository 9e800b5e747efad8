"""The starting list of word rules in the admin: what would be added is seen and chosen first."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from wagtail_prcouncil.comments.actions.starting_list import add_starting_list, still_to_add
from wagtail_prcouncil.comments.office.asking import AskingView
from wagtail_prcouncil.comments.rules.starting_list import STARTING_LIST, WordKind
from wagtail_prcouncil.pages.numerals import in_numerals


class _OfTheList(forms.MultipleChoiceField):
    """Takes also what a colleague has added meanwhile: it stays as it is."""

    widget = forms.CheckboxSelectMultiple

    def valid_value(self, value: str) -> bool:
        return any(value in kind.words for kind in STARTING_LIST)


class StartingListForm(forms.Form):
    """Words to choose from, a field for each kind; all are chosen to begin with."""

    def __init__(self, *args: Any, kinds: list[WordKind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in kinds:
            self.fields[kind.name] = _OfTheList(
                label=str(kind.label),
                help_text=str(kind.placed),
                choices=[(words, words) for words in kind.words],
                initial=kind.words,
                required=False,
            )

    def clean(self) -> None:
        if not (self.chosen or self.errors):
            raise ValidationError(_("Choose at least one word."))

    @property
    def chosen(self) -> list[str]:
        return [words for kind in self.cleaned_data.values() for words in kind]


class StartingListView(AskingView):
    """What is still missing of the starting list."""

    form_class = StartingListForm
    page_title = _("Add the starting list")
    header_icon = "list-ul"
    back_label = _("word rules")
    submit_button_label = _("Add these")
    permission_required = "prcouncil_comments.add_wordrule"

    @cached_property
    def kinds(self) -> list[WordKind]:
        return still_to_add()

    def get(self, *args: Any, **kwargs: Any) -> HttpResponse:
        return super().get(*args, **kwargs) if self.kinds else self._nothing_left()

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        return super().post(*args, **kwargs) if self.kinds else self._nothing_left()

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"kinds": self.kinds}

    def form_valid(self, form: StartingListForm) -> HttpResponse:
        made = len(add_starting_list(form.chosen, by=self.by).made)
        told = ngettext("%(count)s rule added.", "%(count)s rules added.", made)
        messages.success(self.request, told % {"count": in_numerals(made)})
        return redirect(self.back_url)

    def _nothing_left(self) -> HttpResponse:
        messages.success(self.request, _("All of the starting list is there already."))
        return redirect(self.back_url)

    @property
    def back_url(self) -> str:
        return reverse("prcouncil_word_rules:index")
