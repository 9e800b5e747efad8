"""The directory in the admin: agencies, persons, provinces."""

from typing import Any, ClassVar

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from wagtail_prcouncil.directory.admin import closing as closing_views
from wagtail_prcouncil.directory.admin.choosers import AgencyChooserViewSet, PersonChooserViewSet
from wagtail_prcouncil.directory.admin.editing import (
    AgencyCreateView,
    AgencyEditView,
    PersonCreateView,
    PersonEditView,
)
from wagtail_prcouncil.directory.admin.listings import AgencyListing, PersonListing, RowInspectView
from wagtail_prcouncil.directory.importing.agencies import AgencyImport
from wagtail_prcouncil.directory.models import Agency, Person, Province
from wagtail_prcouncil.directory.panels import AGENCY_EDITING, PERSON_EDITING, PROVINCE_EDITING
from wagtail_prcouncil.exchange.listings import PlainListing
from wagtail_prcouncil.exchange.viewsets import ImportViewSet


class AgencyViewSet(SnippetViewSet):
    """The register."""

    model = Agency
    icon = "home"
    menu_label = _("Agencies")
    menu_name = "prcouncil-agencies"
    edit_handler = AGENCY_EDITING
    index_view_class = AgencyListing
    add_view_class = AgencyCreateView
    edit_view_class = AgencyEditView
    chooser_viewset_class = AgencyChooserViewSet
    list_per_page = 50
    copy_view_enabled = False  # a copy would have the same code and the same name
    inspect_view_enabled = True  # for those who may see and not change
    inspect_view_class = RowInspectView
    inspect_view_fields: ClassVar[list[str]] = [
        *["name", "name_en", "other_names", "code", "kind", "parent", "relation", "province"],
        *["pr_kind", "founded_on", "closed_on", "closing_reason", "website", "email"],
        *["telephone", "postal_code", "address", "address_en", "summary", "summary_en", "logo"],
    ]

    @property
    def edit_url_name(self) -> str:
        return self.get_url_name("edit")

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        names = {f"{verb}_url_name": self.get_url_name(verb) for verb in ("close", "reopen")}
        return super().get_common_view_kwargs(**(names | kwargs))

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("close/<int:pk>/", self.construct_view(closing_views.CloseView), name="close"),
            path("reopen/<int:pk>/", self.construct_view(closing_views.ReopenView), name="reopen"),
        ]


class PersonViewSet(SnippetViewSet):
    """Those who sit, speak or sign."""

    model = Person
    icon = "user"
    menu_label = _("Persons")
    menu_name = "prcouncil-persons"
    edit_handler = PERSON_EDITING
    index_view_class = PersonListing
    add_view_class = PersonCreateView
    edit_view_class = PersonEditView
    chooser_viewset_class = PersonChooserViewSet
    list_per_page = 50
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_class = RowInspectView
    inspect_view_fields: ClassVar[list[str]] = [
        *["honorific_prefix", "name", "honorific_prefix_en", "name_en", "photo"],
        *["other_posts", "other_posts_en"],
    ]


class ProvinceViewSet(ModelViewSet):
    """The 31: their names can be put right; none is added or taken away."""

    model = Province
    icon = "globe"
    menu_label = _("Provinces")
    menu_name = "prcouncil-provinces"
    edit_handler = PROVINCE_EDITING
    list_display = ("name_as_read", "code")
    list_per_page = 50
    index_view_class = PlainListing
    copy_view_enabled = False

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        never = {"add_url_name": None, "delete_url_name": None}
        return super().get_common_view_kwargs(**(kwargs | never))

    def get_urlpatterns(self) -> list[URLPattern]:
        never = ("add", "delete")
        return [pattern for pattern in super().get_urlpatterns() if pattern.name not in never]


class DirectoryGroup(SnippetViewSetGroup):
    """The menu of who exists."""

    menu_label = _("Directory")
    menu_name = "prcouncil-directory"
    menu_icon = "group"
    menu_order = 120
    items = (
        AgencyViewSet,
        PersonViewSet,
        ProvinceViewSet,
        ImportViewSet("prcouncil_agency_import", kind_name=AgencyImport.name),
    )
