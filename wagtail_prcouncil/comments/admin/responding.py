"""What a moderator is answered: a page, or JSON where the queue's script asked."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from wagtail_prcouncil.comments.actions.undoing import UNDO_WITHIN, UNDOABLE
from wagtail_prcouncil.comments.models import Decision


def wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "") == "application/json"


def next_url(request: HttpRequest) -> str:
    """Where the form was, a path of this site; else the queue."""
    told = get_valid_next_url_from_request(request)
    # What has no slash, Django would take for the name of a view.
    return told if told.startswith("/") else reverse("prcouncil_comments_queue")


def undo_url(decision: Decision | None) -> str:
    """Empty for what cannot be taken back."""
    if decision is None or decision.verb not in UNDOABLE:
        return ""
    return reverse("prcouncil_comments_undo", args=[decision.pk])


def done(
    request: HttpRequest, sentence: str, *, version: int = 0, decision: Decision | None = None
) -> HttpResponse:
    """It is done: `sentence` says so, with a button that takes it back for a moment."""
    undo = undo_url(decision)
    if wants_json(request):
        told: dict[str, Any] = {"message": sentence, "undo": undo, "version": version}
        return JsonResponse(told | {"seconds": UNDO_WITHIN.seconds})
    target = next_url(request)
    words = {"sentence": sentence, "undo": undo, "next": target, "seconds": UNDO_WITHIN.seconds}
    said = render_to_string("prcouncil_comments/admin/done.html", words, request)
    messages.success(request, said)
    return redirect(target)
