"""What the lists of councils have in common: rows within the user's scope, and their buttons."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.views import generic
from wagtail.admin.views.generic import history, usage
from wagtail.admin.widgets.button import Button

from wagtail_prcouncil.councils.admin.asking import LOOK
from wagtail_prcouncil.councils.admin.places import Listing
from wagtail_prcouncil.councils.admin.policies import SEATS, SEEING, CouncilPolicy
from wagtail_prcouncil.councils.scopes import within
from wagtail_prcouncil.exchange.downloads import download
from wagtail_prcouncil.exchange.listings import PlainListMixin, TableExportMixin


def row_buttons(listing: Listing, policy: CouncilPolicy, row: Any, user: Any) -> list[Button]:
    """From a row's own screen: to what was done to it, and to its end where the user may."""
    history = listing.place("history", row.pk)
    buttons = [Button(_("History"), url=history, icon_name="history", priority=50)]
    if policy.user_has_permission_for_instance(user, "delete", row):
        url = listing.place("delete", row.pk)
        buttons.append(Button(_("Delete…"), url=url, icon_name="bin", priority=60))
    return buttons


class ScopedListing(PlainListMixin, generic.IndexView):
    """Rows of councils that the user sees; a row's verbs are those that he has there."""

    policy: CouncilPolicy = SEATS
    needed: ClassVar[tuple[str, ...]] = ()
    any_permission_required: tuple[str, ...] = SEEING

    def get_base_queryset(self) -> QuerySet[Any]:
        user = self.request.user
        seeing = self.any_permission_required
        rows = self.policy.instances_user_has_any_permission_for(user, seeing)
        return rows.select_related(*self.needed)

    def verbs(self, row: Any) -> Iterator[Button | MenuItem]:
        """Beyond edit and delete."""
        return iter(())

    def may(self, action: str, row: Any) -> bool:
        return self.policy.user_has_permission_for_instance(self.request.user, action, row)

    def get_edit_url(self, instance: Any) -> str | None:
        may = self.may("change", instance)
        return reverse(self.edit_url_name, args=[instance.pk]) if may else None

    def get_delete_url(self, instance: Any) -> str | None:
        may = self.delete_url_name and self.may("delete", instance)
        return reverse(self.delete_url_name, args=[instance.pk]) if may else None

    def get_list_more_buttons(self, instance: Any) -> list[Any]:
        return [*super().get_list_more_buttons(instance), *self.verbs(instance)]

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        return context | {"media": context["media"] + LOOK}


class ExportedListing(TableExportMixin, ScopedListing):
    """One that leaves as a file, too: for those who may take it away, of the councils where they
    may. `exporting` is the policy that says so."""

    exporting: CouncilPolicy = SEATS

    @property
    def show_export_buttons(self) -> bool:  # type: ignore[override]
        return self.exporting.user_has_permission(self.request.user, "export")

    def get_base_queryset(self) -> QuerySet[Any]:
        rows = super().get_base_queryset()
        if not self.is_export:
            return rows
        return within(rows, self.exporting.scope(self.request.user, "export"), self.policy.link)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.is_export:
            if not self.show_export_buttons:
                raise PermissionDenied
            return download(self.export_table, self.get_queryset(), request.GET["export"])
        return super().get(request, *args, **kwargs)


class _OfARow:
    """Mixed into Wagtail's screens on one row: those outside the scope are not there."""

    policy: CouncilPolicy = SEATS

    def get_base_object_queryset(self) -> QuerySet[Any]:
        user = self.request.user
        return self.policy.instances_user_has_any_permission_for(user, SEEING)


class RowHistory(_OfARow, history.HistoryView):
    """What was done to a row."""

    any_permission_required: tuple[str, ...] = SEEING


class RowUsage(_OfARow, usage.UsageView):
    """What names a row."""

    permission_required = None
    any_permission_required: tuple[str, ...] = SEEING
