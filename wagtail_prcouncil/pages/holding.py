"""Deleting a page that other rows hold is a 500 in Wagtail (rule A20); here it is a list."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models.deletion import Collector, ProtectedError, RestrictedError
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from wagtail import hooks
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page

SHOWN = 50


def holders(objects: Iterable[models.Model]) -> list[models.Model]:
    """The rows that forbid deleting `objects`, their subtrees and what goes with them.

    Empty when the deletion would go through. Rows that would be deleted along do not count.
    """
    found: dict[tuple[type[models.Model], Any], models.Model] = {}
    for item in objects:
        collector = Collector(using=item._state.db or "default")
        going = going_with(item)
        try:
            collector.collect(going)
        except ProtectedError as error:
            held = error.protected_objects
        except RestrictedError as error:
            held = error.restricted_objects
        else:
            continue
        for row in held:
            found.setdefault((type(row), row.pk), row)
    return list(found.values())


def refusal(request: HttpRequest, objects: Iterable[models.Model]) -> HttpResponse | None:
    """The page that says why `objects` cannot go and links each row that holds them.

    None when nothing does. Answers 409: the request is right, the state is against it.
    """
    wanted = list(objects)
    held = holders(wanted)
    if not held:
        return None
    finder = AdminURLFinder(request.user)
    context = {
        "wanted": wanted,
        "holders": [_told(row, finder) for row in map(_known, held[:SHOWN])],
        "more": max(0, len(held) - SHOWN),
    }
    return TemplateResponse(request, "prcouncil_pages/held.html", context, status=409)


def _known(row: models.Model) -> models.Model:
    """A row that has no screen of its own names the one it belongs to as `holds_for`."""
    return getattr(row, "holds_for", row)


def _told(row: models.Model, finder: AdminURLFinder) -> dict[str, Any]:
    """By name only to whoever may open it: it may be a draft of somebody else's."""
    url = finder.get_edit_url(row)
    return {"kind": row._meta.verbose_name, "name": str(row) if url else "", "url": url}


def going_with(item: models.Model) -> models.QuerySet[Any] | list[models.Model]:
    """What Wagtail would delete with it: its subtree, and translations where a hook says so."""
    if not isinstance(item, Page):
        return [item]
    roots = {item}
    for cascade in hooks.get_hooks("construct_translated_pages_to_cascade_actions"):
        for others in (cascade([item], "delete") or {}).values():
            roots.update(others)
    paths = models.Q(pk__in=[])
    for root in roots:
        paths |= models.Q(path__startswith=root.path)
    return Page.objects.filter(paths)
