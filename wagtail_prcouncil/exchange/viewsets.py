"""Parts of menus in the admin: the import of one kind, a list that stands alone."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.base import ViewSet

from wagtail_prcouncil.exchange import views
from wagtail_prcouncil.exchange.kinds import installed

PAGES = ("index", "run", "verb", "template")


class ImportViewSet(ViewSet):
    """Put into a ViewSetGroup: `ImportViewSet("prcouncil_agency_import", kind_name="agencies")`."""

    icon = "upload"
    menu_label = _("Import")
    kind_name = ""

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        names = {f"{page}_url_name": self.get_url_name(page) for page in PAGES}
        return super().get_common_view_kwargs(kind_name=self.kind_name, **(names | kwargs))

    def get_urlpatterns(self) -> list[URLPattern]:
        def view(view_class: type) -> Any:
            return self.construct_view(view_class)

        return [
            path("", view(views.UploadView), name="index"),
            path("<int:pk>/", view(views.RunView), name="run"),
            path("<int:pk>/<slug:verb>/", view(views.VerbView), name="verb"),
            path("template/<slug:file_kind>/", view(views.TemplateFileView), name="template"),
        ]

    @cached_property
    def menu_item_class(self) -> type[MenuItem]:
        kind_name = self.kind_name

        class ImportMenuItem(MenuItem):
            """For those who may import."""

            def is_shown(self, request: HttpRequest) -> bool:
                return request.user.has_perms(installed()[kind_name].permissions)

        return ImportMenuItem


class ListingViewSet(ViewSet):
    """A list whose rows nobody adds or edits there; Wagtail's filters ask for its results alone."""

    listing_class: ClassVar[type[IndexView]]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        names = {
            "index_url_name": self.get_url_name("index"),
            "index_results_url_name": self.get_url_name("index_results"),
        }
        common: dict[str, Any] = super().get_common_view_kwargs(**names | kwargs)
        return common

    def get_urlpatterns(self) -> list[URLPattern]:
        results = self.construct_view(self.listing_class, results_only=True)
        return [
            path("", self.construct_view(self.listing_class), name="index"),
            path("results/", results, name="index_results"),
        ]
