"""What editing forms of ours have in common: Jalali dates, text that finds its direction, and
words of ours for what is not chosen.

A page type sets `base_form_class = PRCouncilPageForm`, a snippet `PRCouncilModelForm`; a form of
their own subclasses these. Rows of inline panels follow.
"""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.widgets import DateTimeBaseInput
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.admin.forms.models import (
    WagtailAdminModelFormMetaclass,
    formfield_for_dbfield,
    register_form_field_override,
    registry,
)
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminDateInput, AdminDateTimeInput

from wagtail_prcouncil.fields import CanonicalTextField
from wagtail_prcouncil.ui.jalali.form_fields import (
    AdminJalaliDateField,
    AdminJalaliDateTimeField,
    SiteDateField,
    SiteDateTimeField,
)

LARGEST_KEY = 2**63 - 1  # that a database has room for
# By type of the input: codes and addresses run from left to right in every language.
DIRECTIONS = {"text": "auto", "search": "auto", "email": "ltr", "tel": "ltr", "url": "ltr"}
EMPTY = ("", None)


class TakesAnyKey(forms.ModelChoiceField):
    """A row to choose: what could be no key is told beside the field. Wagtail's choosers look it up
    once more to show it again, and SQLite breaks at one that is too large: both are a 500."""

    def to_python(self, value: Any) -> Any:
        if value not in self.empty_values and not could_be_key(self, value):
            words = self.error_messages["invalid_choice"]
            raise ValidationError(words, code="invalid_choice", params={"value": value})
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        """For the form that is shown again: nothing chosen. An empty line of many stays what it is,
        or it would count as changed."""
        is_kept = value in self.empty_values or could_be_key(self, value)
        return super().prepare_value(value) if is_kept else None


class TakesAnyKeys(forms.ModelMultipleChoiceField):
    """The same of rows to choose."""

    def clean(self, value: Any) -> Any:
        for key in value if isinstance(value, list | tuple) else ():
            if not could_be_key(self, key):
                words = self.error_messages["invalid_choice"]
                raise ValidationError(words, code="invalid_choice", params={"value": key})
        return super().clean(value)


def could_be_key(field: forms.ModelChoiceField, value: Any) -> bool:
    """Whether a database has room for it among the keys of the field's rows."""
    if isinstance(value, models.Model):
        return True
    opts = field.queryset.model._meta
    db_field = opts.get_field(field.to_field_name) if field.to_field_name else opts.pk
    try:
        key = db_field.to_python(value)
    except ValidationError:
        return False
    return not isinstance(key, int) or abs(key) <= LARGEST_KEY


def form_field(db_field: models.Field, **kwargs: Any) -> forms.Field | None:
    """The form field of a model's field: Wagtail's, with our dates, directions and blanks."""
    if isinstance(db_field, models.DateTimeField):
        kwargs["form_class"] = AdminJalaliDateTimeField
    elif isinstance(db_field, models.DateField):
        kwargs["form_class"] = AdminJalaliDateField
    elif isinstance(db_field, models.ForeignKey) and not _has_form_class(db_field):
        kwargs.setdefault("form_class", TakesAnyKey)
    elif isinstance(db_field, models.ManyToManyField) and not _has_form_class(db_field):
        kwargs.setdefault("form_class", TakesAnyKeys)
    elif isinstance(db_field, CanonicalTextField):
        # Wagtail gives this to its TextField alone, not to subclasses: rich text is one.
        kwargs.setdefault("widget", AdminAutoHeightTextInput)
    field = formfield_for_dbfield(db_field, **kwargs)
    if field is not None:
        _set_direction(field.widget)
        _name_blank(field, db_field)
    return field


def _has_form_class(db_field: models.Field) -> bool:
    """Whether the site has registered one of its own."""
    return "form_class" in (registry.get(db_field) or {})


def _set_direction(widget: forms.Widget) -> None:
    """An English headline on a Persian form starts at the left, and the other way round."""
    kind = "text" if isinstance(widget, forms.Textarea) else getattr(widget, "input_type", None)
    if kind in DIRECTIONS and not isinstance(widget, DateTimeBaseInput):
        widget.attrs.setdefault("dir", DIRECTIONS[kind])


def _name_blank(field: forms.Field, db_field: models.Field) -> None:
    """Django's own label of the empty choice differs between its versions and has no Persian.
    A model that names its empty choice keeps it."""
    label = _("Not chosen") if db_field.blank else _("Choose one")
    if isinstance(field, forms.ModelChoiceField):
        if field.empty_label is not None:
            field.empty_label = label
    elif isinstance(field, forms.ChoiceField) and not _has_blank(db_field.flatchoices):
        field.choices = [(key, label if key in EMPTY else words) for key, words in field.choices]


def _has_blank(choices: Iterable[tuple[Any, Any]]) -> bool:
    return any(key in EMPTY for key, _words in choices)


class PRCouncilFormMetaclass(WagtailAdminModelFormMetaclass):
    """Rows of inline panels are forms of ours as well."""

    @classmethod
    def child_form(cls) -> type["PRCouncilModelForm"]:
        return PRCouncilModelForm


class PRCouncilModelForm(WagtailAdminModelForm, metaclass=PRCouncilFormMetaclass):
    """Editing form of a snippet, a setting or a row of an inline panel."""

    class Meta:
        formfield_callback = form_field


class PRCouncilPageForm(WagtailAdminPageForm, metaclass=PRCouncilFormMetaclass):
    """Editing form of a page."""

    class Meta:
        formfield_callback = form_field


def register_everywhere() -> None:
    """Offers Jalali fields to every other form of the admin; the setting JALALI_EVERYWHERE
    decides when a form is shown. What a site has registered for its dates itself stays."""
    for kind, picker, field in (
        (models.DateField, AdminDateInput, SiteDateField),
        (models.DateTimeField, AdminDateTimeInput, SiteDateTimeField),
    ):
        if registry.values_by_class.get(kind) == {"widget": picker}:
            register_form_field_override(kind, override={"form_class": field})
