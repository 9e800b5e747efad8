"""Choosing the meeting or the conference in which something happened."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from wagtail_prcouncil.councils.occasions import registered
from wagtail_prcouncil.ui.forms import TakesAnyKey


class OccasionField(TakesAnyKey):
    """A page of one of the registered kinds; `offer_occasions` says of which."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Page.objects.none(), **kwargs)


def offer_occasions(form: forms.BaseForm, name: str) -> None:
    """Let the field of that name choose among what is registered; where nothing is, it goes."""
    kinds = [kind.model for kind in registered()]
    if not kinds:
        del form.fields[name]
        return
    field = form.fields[name]
    field.queryset = Page.objects.type(*kinds)
    field.widget = OccasionChooser(target_models=kinds, show_edit_link=False)
    field.widget.is_required = field.required


class OccasionChooser(AdminPageChooser):
    """With words of ours."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose_one_text = _("Choose a meeting or a conference")
        self.choose_another_text = _("Choose another one")
