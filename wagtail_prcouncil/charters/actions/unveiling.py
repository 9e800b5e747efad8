"""A version is made public before people."""

import datetime as dt

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext
from wagtail.models import Page

from wagtail_prcouncil.charters.actions.locking import allowed, note, there
from wagtail_prcouncil.charters.actions.occasions import unveiling_occasion
from wagtail_prcouncil.charters.models import CharterVersion, Unveiling
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.charters.rules import CharterError, check_not_future
from wagtail_prcouncil.councils.models.seat import today


def unveil(
    found: CharterVersion,
    *,
    on: dt.date,
    occasion: Page | None = None,
    place: str = "",
    place_en: str = "",
    note_for_readers: str = "",
    note_for_readers_en: str = "",
    version: int | None,
    by: AbstractBaseUser | None = None,
) -> Unveiling:
    """When, where and on which occasion; said again, it corrects what was said. `occasion` is the
    page of a meeting or a conference.

    Raises PermissionDenied, ConflictError, CharterError for a draft or an impossible day.
    """
    with transaction.atomic():
        charter = allowed(found.charter, by, Right.ADOPT, version=version)
        fresh = there(CharterVersion.objects.filter(pk=found.pk).first())
        if not fresh.is_frozen or fresh.adopted_on is None:
            raise CharterError(gettext("A draft is not unveiled: adopt it first."))
        check_not_future(on, today(), "on")
        if on < fresh.adopted_on:
            raise CharterError(gettext("It was not adopted yet on that day."), field="on")
        if occasion is not None:
            occasion = unveiling_occasion(occasion, on)
        told, _is_new = Unveiling.objects.update_or_create(
            version=fresh,
            defaults={
                "unveiled_on": on,
                "occasion": occasion,
                "occasion_title": occasion.title if occasion else "",
                "place": place,
                "place_en": place_en,
                "note": note_for_readers,
                "note_en": note_for_readers_en,
            },
        )
        note(charter, "unveil", by, {"number": fresh.number})
    return told
