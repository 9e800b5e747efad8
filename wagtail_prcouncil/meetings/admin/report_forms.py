"""What is asked of reports: of whom until when, what an agency writes, what is missing."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from django import forms
from django.db.models import Field, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from wagtail_prcouncil.councils.admin.answers import Answers, Layout, VersionedForm
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.meetings.actions.reporting import Answer
from wagtail_prcouncil.meetings.admin.asked import words
from wagtail_prcouncil.meetings.admin.items import ItemField
from wagtail_prcouncil.meetings.admin.uploading import FilesField
from wagtail_prcouncil.meetings.models import AgendaItem, MemberReport
from wagtail_prcouncil.meetings.states import ReportKind, Visibility
from wagtail_prcouncil.pages.draft_targets import DraftTarget
from wagtail_prcouncil.ui.forms import TakesAnyKeys, form_field
from wagtail_prcouncil.ui.jalali.form_fields import AdminJalaliDateField


def of_the_report(name: str) -> forms.Field | None:
    field = MemberReport._meta.get_field(name)
    return form_field(field) if isinstance(field, Field) else None


class AgenciesField(TakesAnyKeys):
    """Agencies by their names in the editor's language."""

    def label_from_instance(self, row: Agency) -> str:
        return row.name_as_read()


class RequestForm(VersionedForm):
    """Who is asked for what until when. All agencies of the council are ticked."""

    kind = forms.ChoiceField(label=_("On what"), choices=ReportKind.choices)
    due_on = AdminJalaliDateField(
        label=_("Last day"), help_text=_("Not later than the day of the meeting.")
    )
    item = ItemField(
        label=_("Item of the agenda"),
        queryset=AgendaItem.objects.none(),
        required=False,
        empty_label="–",
    )
    agencies = AgenciesField(
        label=_("Agencies"),
        queryset=Agency.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Whoever was asked for the same before is passed over."),
    )
    layout: ClassVar[Sequence[Layout]] = (
        Layout("what", "", [["kind", "due_on"], ["item"]]),
        Layout("whom", _("Whom"), [["agencies"]]),
    )

    def __init__(
        self, *args: Any, agencies: QuerySet[Agency], items: QuerySet[AgendaItem], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agencies"].queryset = agencies
        self.fields["item"].queryset = items


class ChangeRequestForm(VersionedForm):
    """Until when, and to which item it belongs."""

    due_on = AdminJalaliDateField(label=_("Last day"))
    item = ItemField(
        label=_("Item of the agenda"),
        queryset=AgendaItem.objects.none(),
        required=False,
        empty_label="–",
    )

    def __init__(self, *args: Any, items: QuerySet[AgendaItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = items


class ReportForm(VersionedForm):
    """What an agency reports. That there is no text is told by the action: unfinished words can be
    kept without one."""

    title = of_the_report("title")
    text = of_the_report("text")
    visibility = forms.ChoiceField(
        label=_("Who reads of it"),
        choices=Visibility.choices,
        initial=Visibility.PUBLIC,
        help_text=_("Once it is accepted."),
    )
    attached = FilesField()

    def answer(self) -> Answer:
        return Answer(**{name: self.cleaned_data[name] for name in Answer._fields})


class ReturnForm(VersionedForm):
    """What is missing."""

    note = words(_("What is missing"), help_text=_("The agency reads it."))


class DraftForm(Answers, forms.Form):
    """Below which page. Its name holds the kind of draft: each kind has pages of its own."""

    def __init__(
        self, *args: Any, places: Iterable[tuple[DraftTarget, QuerySet[Page]]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choices = [
            (target.label, [(f"{target.name}:{page.pk}", page.title) for page in pages])
            for target, pages in places
        ]
        self.fields["place"] = forms.ChoiceField(
            label=_("Draft of"), choices=[group for group in choices if group[1]]
        )
