"""What is so of a charter is put down: its kind, who shares it, which language decides."""

import datetime as dt
from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext

from wagtail_prcouncil.charters.actions.locking import allowed, note
from wagtail_prcouncil.charters.caches import forget_after_commit
from wagtail_prcouncil.charters.models import Charter, CharterPage, Partner
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.charters.rules import CharterError
from wagtail_prcouncil.charters.states import Kind
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.pages.originals import original


def set_particulars(
    charter: Charter,
    *,
    kind: str,
    authoritative: str,
    partners: Iterable[CouncilPage] = (),
    review_due_on: dt.date | None = None,
    version: int | None,
    by: AbstractBaseUser | None = None,
) -> Charter:
    """`partners` are the councils that share it; `authoritative` a language that it has a page in.
    Frozen texts keep what they were adopted with.

    Raises PermissionDenied, ConflictError, CharterError beside the field.
    """
    with transaction.atomic():
        fresh = allowed(charter, by, Right.CHANGE, version=version)
        if kind not in Kind.values:
            raise CharterError(gettext("There is no such kind."), field="kind")
        pages = CharterPage.objects.filter(translation_key=fresh.key, alias_of=None)
        if not pages.filter(locale__language_code=authoritative).exists():
            sentence = gettext("The charter has no page in this language.")
            raise CharterError(sentence, field="authoritative")
        fresh.kind, fresh.authoritative = kind, authoritative
        fresh.review_due_on = review_due_on
        fresh.save(update_fields=["kind", "authoritative", "review_due_on"])
        forget_after_commit(fresh)  # those that share it no more, too
        _set_partners(fresh, partners)
        note(fresh, "set_particulars", by)
    return fresh


def _set_partners(charter: Charter, councils: Iterable[CouncilPage]) -> None:
    wanted = {page.translation_key: page for page in map(original, councils)}
    wanted.pop(charter.council.translation_key, None)
    for row in charter.partners.select_related("council"):
        if wanted.pop(row.council.translation_key, None) is None:
            row.delete()
    for page in wanted.values():
        Partner.objects.create(charter=charter, council=page)
