"""Where the reports are found: addresses, entries of the menu, permissions, a button on a page."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet, Sum
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from wagtail_prcouncil.audience.admin.reports import ReasonsReport, ViewsReport, as_read
from wagtail_prcouncil.audience.admin.rows import GROUPINGS
from wagtail_prcouncil.audience.kinds import counted_types
from wagtail_prcouncil.audience.known import item_of
from wagtail_prcouncil.audience.models import ViewCount

VIEWS = "prcouncil_audience.view_viewcount"
REASONS = "prcouncil_audience.view_usefulnessvote"


class PermittedItem(MenuItem):
    """Shown to whoever has the permission."""

    def __init__(self, label: Any, url: str, permission: str, **kwargs: Any) -> None:
        self.permission = permission
        super().__init__(label, url, **kwargs)

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(self.permission)


def addresses() -> list[URLPattern]:
    found = []
    for grouping in GROUPINGS:
        name, place = f"prcouncil_audience_{grouping.slug}", f"reports/readers/{grouping.slug}/"
        found += _two(name, place, ViewsReport, grouping=grouping)
    return found + _two("prcouncil_audience_reasons", "reports/readers/reasons/", ReasonsReport)


def _two(name: str, place: str, view: Any, **options: Any) -> list[URLPattern]:
    """The page, and its results alone, which a filter fetches."""
    return [
        path(place, view.as_view(**options), name=name),
        path(
            f"{place}results/",
            view.as_view(results_only=True, **options),
            name=f"{name}_results",
        ),
    ]


def views_item() -> MenuItem:
    url = reverse("prcouncil_audience_items")
    return PermittedItem(
        _("Readers"), url, VIEWS, name="prcouncil-readers", icon_name="view", order=100
    )


def reasons_item() -> MenuItem:
    url = reverse("prcouncil_audience_reasons")
    return PermittedItem(
        _("Readers' reasons"),
        url,
        REASONS,
        name="prcouncil-reasons",
        icon_name="comment",
        order=110,
    )


def permissions() -> QuerySet[Permission]:
    names = [name.rpartition(".")[2] for name in (VIEWS, REASONS)]
    return Permission.objects.filter(
        content_type__app_label="prcouncil_audience", codename__in=names
    )


def page_buttons(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """How often the item was read in all languages, on the page's own screen."""
    if not isinstance(page, counted_types()) or not user.has_perm(VIEWS):
        return
    item = item_of(page)
    counts = ViewCount.objects.filter(item=item)
    views = counts.aggregate(views=Sum("counted"))["views"] or 0
    label = ngettext("%(count)s view", "%(count)s views", views) % {"count": as_read(views)}
    url = f"{reverse('prcouncil_audience_days')}?item={item}"
    yield Button(label, url=url, icon_name="view", priority=200)
