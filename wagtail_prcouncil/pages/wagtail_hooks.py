from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page

from wagtail_prcouncil.pages import holding


@hooks.register("before_delete_page")
def refuse_held_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    return holding.refusal(request, [page])


@hooks.register("before_bulk_action")
def refuse_held_pages(
    request: HttpRequest, action_type: str, objects: Iterable[Model], action: Any
) -> HttpResponse | None:
    return holding.refusal(request, objects) if action_type == "delete" else None


@hooks.register("before_delete_snippet")
def refuse_held_snippets(request: HttpRequest, objects: Iterable[Model]) -> HttpResponse | None:
    return holding.refusal(request, objects)
