"""Choosing an agency or a person in a form: found in any spelling, told apart by what stands
beside the name."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_filters.fields import ModelChoiceField
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import (
    BaseSnippetChooseView,
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)
from wagtail.snippets.widgets import AdminSnippetChooser

from wagtail_prcouncil.directory.models import Agency, Person, Province
from wagtail_prcouncil.directory.models.named import Named
from wagtail_prcouncil.directory.states import AgencyKind
from wagtail_prcouncil.ui.forms import PRCouncilModelForm

WITH_CLOSED = "with_closed"


def name_as_read(row: Named | None) -> str:
    """Of a row that may not be there."""
    return row.name_as_read() if row else ""


def title_as_read(row: Any) -> str:
    """What stands for a row in a form: its name in the editor's language, persons with theirs."""
    return (
        row.full_name_in(get_language() or "fa") if isinstance(row, Person) else row.name_as_read()
    )


def status_as_read(agency: Agency) -> str:
    return str(_("closed")) if agency.is_closed else ""


def _filter_select(**attrs: str) -> forms.Select:
    """Wagtail's modal asks for new results when a select marked so is changed."""
    return forms.Select(attrs={"data-chooser-modal-search-filter": True, **attrs})


class NamedField(ModelChoiceField):
    """Rows of the directory in the editor's language, for forms and for filters of lists."""

    def label_from_instance(self, row: Named) -> str:
        return row.name_as_read()


class AgencyChooserFilters(SearchFilterMixin, BaseFilterForm):
    """What narrows the agencies on offer: words in any spelling, kind, province."""

    kind = forms.ChoiceField(
        label=_("Kind"),
        required=False,
        choices=[("", _("All kinds")), *AgencyKind.choices],
        widget=_filter_select(),
    )
    province = NamedField(
        label=_("Province"),
        required=False,
        queryset=Province.objects.by_name(),
        empty_label=_("All provinces"),
        widget=_filter_select(),
    )

    def filter(self, objects: QuerySet[Agency]) -> Any:
        """Narrows before the search, whose results cannot be narrowed any more."""
        chosen = {name: self.cleaned_data.get(name) for name in ("kind", "province")}
        return super().filter(objects.filter(**{k: v for k, v in chosen.items() if v}))


class OffersRows(BaseSnippetChooseView):
    """Rows of the directory by the names that the editor reads."""

    @property
    def title_column(self) -> Column:
        column = super().title_column
        column.accessor = title_as_read
        column.label = _("Name")
        return column


class ChosenRowView(SnippetChosenView):
    """What a form is told of the row that was chosen."""

    def get_display_title(self, instance: Any) -> str:
        return title_as_read(instance)


class ChosenRowsView(SnippetChosenMultipleView):
    """The same of several."""

    def get_display_title(self, instance: Any) -> str:
        return title_as_read(instance)


class OffersAgencies(OffersRows):
    """Open agencies, or all where the field asks for closed ones too, with kind and province."""

    filter_form_class = AgencyChooserFilters

    def get_object_list(self) -> QuerySet[Agency]:
        agencies = Agency.objects.select_related("province").by_name()
        return agencies if self.request.GET.get(WITH_CLOSED) else agencies.active()

    @property
    def columns(self) -> list[Column]:
        beside = [
            Column("kind", label=_("Kind"), accessor="get_kind_display"),
            Column(
                "province", label=_("Province"), accessor=lambda row: name_as_read(row.province)
            ),
        ]
        if self.request.GET.get(WITH_CLOSED):
            beside.append(Column("status", label=_("Status"), accessor=status_as_read))
        return [*super().columns, *beside]


class ChooseAgencyView(OffersAgencies, ChooseView):
    """The dialog."""


class ChooseAgencyResultsView(OffersAgencies, ChooseResultsView):
    """Its list, fetched again for other words."""


WORDS = {
    Agency: (_("Choose an agency"), _("Choose another agency"), _("Edit this agency")),
    Person: (_("Choose a person"), _("Choose another person"), _("Edit this person")),
}
"""Of a chooser's buttons: to choose, to choose anew, to open what is chosen."""


class RowChooser(AdminSnippetChooser):
    """A form's field for a row of the directory."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Wagtail's own words are put together once, in the language of the first request.
        words = WORDS[self.model_class]
        self.choose_one_text, self.choose_another_text, self.link_to_chosen_text = words

    def get_instance(self, value: Any) -> Any:
        """None for a key that no row could have: the field says so, and the form is shown again,
        where Wagtail's own would answer 500."""
        try:
            return super().get_instance(value)
        except ValueError:
            return None

    def get_display_title(self, instance: Any) -> str:
        return title_as_read(instance)


class AgencyChooser(RowChooser):
    """A form's field for an agency. `with_closed` offers closed ones too, marked as such: where
    the past is told, as among successors."""

    def __init__(self, *, with_closed: bool = False, **kwargs: Any) -> None:
        super().__init__(Agency, icon="home", **kwargs)
        self.with_closed = with_closed

    def get_chooser_modal_url(self) -> str:
        url = super().get_chooser_modal_url()
        return f"{url}?{WITH_CLOSED}=1" if self.with_closed else url


class AgencyChooserViewSet(SnippetChooserViewSet):
    choose_view_class = ChooseAgencyView
    choose_results_view_class = ChooseAgencyResultsView
    chosen_view_class = ChosenRowView
    chosen_multiple_view_class = ChosenRowsView
    widget_class = AgencyChooser
    preserve_url_parameters = ["multiple", WITH_CLOSED]


class OffersPersons(OffersRows):
    """Persons with their first other post: many share a name."""

    @property
    def columns(self) -> list[Column]:
        post = Column("post", label=_("Post"), accessor=lambda row: row.other_posts.split("\n")[0])
        return [*super().columns, post]


class ChoosePersonView(OffersPersons, ChooseView):
    """The dialog."""


class ChoosePersonResultsView(OffersPersons, ChooseResultsView):
    """Its list, fetched again for other words."""


class PersonChooser(RowChooser):
    """A form's field for a person."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Person, icon="user", **kwargs)


class NewPersonForm(PRCouncilModelForm):
    """Of a person who is not in the directory yet, made while somebody chooses one."""

    class Meta(PRCouncilModelForm.Meta):
        model = Person
        fields = ("honorific_prefix", "name", "name_en")


class PersonChooserViewSet(SnippetChooserViewSet):
    """With a form for a new one, for those who may add persons."""

    creation_form_class = NewPersonForm
    # Wagtail's own labels are put together once, in the language of the process.
    search_tab_label = _("Search")
    creation_tab_label = _("A new person")
    create_action_label = _("Add the person")
    choose_view_class = ChoosePersonView
    choose_results_view_class = ChoosePersonResultsView
    chosen_view_class = ChosenRowView
    chosen_multiple_view_class = ChosenRowsView
    widget_class = PersonChooser
