"""Those who were invited learn that a meeting is held elsewhere. What they know stands with the
meeting, by language: a place is written on its pages, which are published one by one."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from wagtail_prcouncil.meetings.actions.locking import locked_meeting
from wagtail_prcouncil.meetings.caches import forget_after_commit
from wagtail_prcouncil.meetings.mailing.relocating import tell_of_place
from wagtail_prcouncil.meetings.mailing.wording import Place, is_past
from wagtail_prcouncil.meetings.models import Meeting, MeetingPage
from wagtail_prcouncil.meetings.states import DUE
from wagtail_prcouncil.persian.text import fold


def note_places(meeting: Meeting) -> Mapping[str, Place]:
    """What is known from now on: the places as its pages have them; whoever calls saves the row.
    Gives those that were known otherwise before."""
    before = {language: Place(*place) for language, place in meeting.places.items()}
    now = _places(meeting)
    meeting.places = before | now
    return {
        language: before[language]
        for language, place in now.items()
        if language in before and _differ(place, before[language])
    }


def tell_of_change(meeting: Meeting, *, has_new_address: bool) -> None:
    """A notice was saved, by whoever holds the lock. Nobody is told of what nobody was invited to,
    of what is past or has no time for now."""
    if meeting.status not in DUE or is_past(meeting):
        return
    before = note_places(meeting)
    meeting.save(update_fields=["places"])
    tell_of_place(meeting, before, has_new_address=has_new_address)


def follow_page(page: MeetingPage) -> None:
    """A page of a meeting was published: where its words name another place than those who were
    invited know, they are told, and calendars learn that something has changed (RFC 5545,
    3.8.7.4)."""
    found = Meeting.objects.of_page(page).select_related("council").first()
    if found is None or found.status not in DUE or is_past(found):
        return
    with transaction.atomic():
        fresh = locked_meeting(found)
        before = note_places(fresh)
        if before:
            fresh.sequence += 1
            fresh.changed_at = timezone.now()
        fresh.save(update_fields=["places", "sequence", "changed_at"])
        if before:
            data = {"meeting": fresh.pk, "languages": sorted(before)}
            log(fresh.page, "prcouncil_meetings.relocate", data=data)
            tell_of_place(fresh, before)
            forget_after_commit(fresh)


def _places(meeting: Meeting) -> dict[str, Place]:
    """As mail has them: of each page that is published, and of the original."""
    pages = MeetingPage.objects.filter(translation_key=meeting.key, alias_of=None)
    return {
        page.locale.language_code: Place.of(meeting, page)
        for page in pages.select_related("locale")
        if page.live or page.pk == meeting.page_id
    }


def _differ(one: Place, other: Place) -> bool:
    """Another spelling is the same place."""
    return one.mode != other.mode or fold(one.venue) != fold(other.venue)
