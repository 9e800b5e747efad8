"""What the screens of verbs ask for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.admin.answers import VersionedForm
from wagtail_prcouncil.councils.days import check_day
from wagtail_prcouncil.fields import CanonicalTextField
from wagtail_prcouncil.persian.jalali import in_tehran
from wagtail_prcouncil.ui.forms import form_field
from wagtail_prcouncil.ui.jalali.form_fields import AdminJalaliDateTimeField


class MomentField(AdminJalaliDateTimeField):
    """A day and an hour on Tehran's clock that a list can show."""

    def clean(self, value: Any) -> Any:
        moment = super().clean(value)
        if moment is not None:
            check_day(in_tehran(moment).date())
        return moment


def words(label: Any, *, required: bool = True, help_text: Any = "") -> forms.Field | None:
    """A text of some lines."""
    return form_field(CanonicalTextField(label, blank=not required, help_text=help_text))


class NothingAskedForm(VersionedForm):
    """Whether or not."""


class ReasonForm(VersionedForm):
    """Why."""

    reason = words(_("Reason"), help_text=_("It stays in the history of the meeting."))


class PublicReasonForm(VersionedForm):
    """Why, for readers too."""

    reason = words(_("Reason"), help_text=_("Readers see it on the page of the meeting."))
