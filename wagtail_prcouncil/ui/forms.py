"""What editing forms of ours have in common: Jalali dates, and text that finds its direction.

A page type sets `base_form_class = PRCouncilPageForm`, a snippet `PRCouncilModelForm`; a form of
their own subclasses these. Rows of inline panels follow.
"""

from typing import Any

from django import forms
from django.db import models
from django.forms.widgets import DateTimeBaseInput
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.admin.forms.models import (
    WagtailAdminModelFormMetaclass,
    formfield_for_dbfield,
    register_form_field_override,
    registry,
)
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from wagtail_prcouncil.ui.jalali.form_fields import (
    AdminJalaliDateField,
    AdminJalaliDateTimeField,
    SiteDateField,
    SiteDateTimeField,
)

# By type of the input: codes and addresses run from left to right in every language.
DIRECTIONS = {"text": "auto", "search": "auto", "email": "ltr", "tel": "ltr", "url": "ltr"}


def form_field(db_field: models.Field, **kwargs: Any) -> forms.Field | None:
    """The form field of a model's field: Wagtail's, with our dates and directions."""
    if isinstance(db_field, models.DateTimeField):
        kwargs["form_class"] = AdminJalaliDateTimeField
    elif isinstance(db_field, models.DateField):
        kwargs["form_class"] = AdminJalaliDateField
    field = formfield_for_dbfield(db_field, **kwargs)
    if field is not None:
        _set_direction(field.widget)
    return field


def _set_direction(widget: forms.Widget) -> None:
    """An English headline on a Persian form starts at the left, and the other way round."""
    kind = "text" if isinstance(widget, forms.Textarea) else getattr(widget, "input_type", None)
    if kind in DIRECTIONS and not isinstance(widget, DateTimeBaseInput):
        widget.attrs.setdefault("dir", DIRECTIONS[kind])


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
