"""What is sent twice from one form is made once.

A button that is pressed twice, or a page that is sent once more, brings the same answers of the
same form again. What a form makes is logged under a key of these answers (the `uuid` that Wagtail
keeps for each action of a user), so the second finds the first in the log, and leads to where it
did.

A screen that makes something mixes `MakesOnce` in before `AskingView`; its action has to write a
log. A screen that goes to what was made says in `lead_to` how that is found again.
"""

import hashlib
import re
import secrets
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from wagtail.admin import messages
from wagtail.log_actions import LogContext
from wagtail.log_actions import registry as logs
from wagtail.models import BaseLogEntry, ModelLogEntry, PageLogEntry

from wagtail_prcouncil.councils.admin.asking import AskingView

FIELD = "once"
"""The form's own mark: as long as it is the same, it is the same form."""
OF_DJANGO = "csrfmiddlewaretoken"
A_MARK = re.compile(r"[\w-]{20,64}", re.ASCII)


def new_mark() -> str:
    return secrets.token_urlsafe(24)


def key_of(request: HttpRequest) -> UUID | None:
    """Of these answers of this form by this user: whoever goes back, writes something else and
    sends that has sent something else. None where the form has no mark."""
    mark = request.POST.get(FIELD, "")
    if not A_MARK.fullmatch(mark):
        return None
    said = sorted((name, rows) for name, rows in request.POST.lists() if name != OF_DJANGO)
    files = sorted(
        (name, [(file.name, file.size) for file in rows]) for name, rows in request.FILES.lists()
    )
    told = repr((request.user.pk, request.path, said, files))
    return UUID(bytes=hashlib.sha256(told.encode()).digest()[:16])


def logged(key: UUID, by: AbstractBaseUser) -> list[BaseLogEntry]:
    """What was made under that key; empty where nothing was, yet."""
    kinds = sorted(logs.get_log_entry_models(), key=lambda kind: str(kind._meta.label))
    return [row for kind in kinds for row in kind.objects.filter(uuid=key, user=by)]


def pages_of(entries: Sequence[BaseLogEntry]) -> set[int]:
    """Keys of the pages that were made or changed."""
    return {row.page_id for row in entries if isinstance(row, PageLogEntry)}


def rows_of(entries: Sequence[BaseLogEntry], kind: type[Model]) -> QuerySet[Any]:
    """The rows of that kind that were made or changed; a log may know them as a proxy's."""
    keys = [row.object_id for row in entries if isinstance(row, ModelLogEntry) and _is(row, kind)]
    return kind._default_manager.filter(pk__in=keys)


def _is(entry: ModelLogEntry, kind: type[Model]) -> bool:
    known = entry.content_type and entry.content_type.model_class()
    return known is not None and issubclass(known, kind)


class MakesOnce(AskingView):
    """A screen whose form makes something: sent twice, it leads to what the first has made."""

    def lead_to(self, entries: Sequence[BaseLogEntry]) -> None:
        """Find again what was made, where the screen goes there."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What is made already is not asked whether it could be made now."""
        self.key = key_of(request)
        if self.key and (entries := logged(self.key, self.by)):
            messages.success(request, self._found(entries))
            return redirect(self.get_success_url())
        return super().post(request, *args, **kwargs)

    def carry_out(self, form: Any) -> str:
        """Of two at the same moment the later waits for the first: both are the same user's, whose
        row is locked, yet not against rows that refer to it."""
        if self.key is None:
            return super().carry_out(form)
        users = get_user_model()._default_manager
        with transaction.atomic():
            users.select_for_update(of=("self",), no_key=True).get(pk=self.by.pk)
            if entries := logged(self.key, self.by):
                return self._found(entries)
            with LogContext(user=self.by) as context:
                context.uuid = self.key
                return super().carry_out(form)

    def _found(self, entries: Sequence[BaseLogEntry]) -> str:
        self.lead_to(entries)
        return gettext("This form had been sent already: nothing was made twice.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        mark = self.request.POST.get(FIELD, "")
        kept = mark if A_MARK.fullmatch(mark) else new_mark()
        return super().get_context_data(**kwargs) | {"once": kept}
