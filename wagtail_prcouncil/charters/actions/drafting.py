"""A version is begun, and discarded."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext

from wagtail_prcouncil.charters import texts
from wagtail_prcouncil.charters.actions.locking import allowed, due, note
from wagtail_prcouncil.charters.models import Charter, CharterPage, CharterVersion
from wagtail_prcouncil.charters.rules import ConflictError
from wagtail_prcouncil.charters.transitions import VERSIONS, Verb


def begin(
    charter: Charter, *, version: int | None, by: AbstractBaseUser | None = None
) -> CharterVersion:
    """The next version, as a draft. It starts from the text that was adopted last: pages whose
    draft says something else get a revision with that text.

    Raises PermissionDenied, ConflictError where one is open already.
    """
    with transaction.atomic():
        fresh = allowed(charter, by, VERSIONS[Verb.BEGIN].right, version=version)
        latest = fresh.versions.order_by("-number").first()
        if latest is not None and not latest.is_frozen:
            raise ConflictError(gettext("A draft is open already."))
        made = CharterVersion.objects.create(
            charter=fresh, number=latest.number + 1 if latest else 1, begun_by=by
        )
        if latest is not None:
            restore(latest, by=by)
        note(fresh, Verb.BEGIN, by, {"number": made.number})
    return made


def discard(
    found: CharterVersion, *, version: int | None, by: AbstractBaseUser | None = None
) -> None:
    """The draft is given up; the pages say again what was adopted last."""
    with transaction.atomic():
        fresh = due(found, Verb.DISCARD, version, by)
        charter, number = fresh.charter, fresh.number
        fresh.delete()
        latest = charter.versions.adopted().latest_first().first()
        if latest is not None:
            restore(latest, by=by)
        note(charter, Verb.DISCARD, by, {"number": number})


def restore(frozen: CharterVersion, *, by: AbstractBaseUser | None) -> None:
    """Each page of which a text was frozen says it again, as a draft, where it says something
    else."""
    pages = CharterPage.objects.filter(translation_key=frozen.charter.key, alias_of=None)
    for page in pages.select_related("locale"):
        text = frozen.texts.get(page.locale.language_code)
        if text is None:
            continue
        draft: Any = page.get_latest_revision_as_object()
        if not texts.says_the_same(texts.words_of(draft), text):
            for name, value in texts.stream_of(text).items():
                setattr(draft, name, value)
            draft.save_revision(user=by, changed=True, clean=False)
