"""The papers themselves: the same words whoever asks, in a browser and in a PDF."""

from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string
from django.utils.translation import override

from wagtail_prcouncil.meetings.models.meeting import Meeting
from wagtail_prcouncil.meetings.models.minutes import Minutes
from wagtail_prcouncil.meetings.models.queryset import meeting_pages
from wagtail_prcouncil.meetings.models.resolution import Resolution
from wagtail_prcouncil.meetings.printed import items, signing
from wagtail_prcouncil.meetings.printed.kinds import FOR_READERS, Audience, Print
from wagtail_prcouncil.meetings.public.decisions import Decision, Task
from wagtail_prcouncil.meetings.public.minutes import Passage, published_passages
from wagtail_prcouncil.meetings.public.sessions import MeetingSession
from wagtail_prcouncil.ui.languages import page_language

if TYPE_CHECKING:
    from wagtail_prcouncil.meetings.models.page import MeetingPage

LINKED = ("council__locale", "page__locale", "approved_in__page")


def meeting_of(key: int) -> Meeting | None:
    return Meeting.objects.select_related(*LINKED).filter(pk=key).first()


def page_of(meeting: Meeting, language: str) -> "MeetingPage | None":
    """The meeting's page in a language: published or not, members are written to before."""
    pages = meeting_pages().filter(translation_key=meeting.key, locale__language_code=language)
    found: MeetingPage | None = pages.without_aliases().select_related("locale").first()
    return found


def paper(
    meeting: Meeting,
    kind: Print,
    audience: Audience,
    language: str,
    **screen: Any,
) -> str | None:
    """A print page; None where there is nothing to print. `screen` is what is shown beside it where
    somebody looks at it: `is_screen`, `pdf_url`, `back_url`."""
    page = page_of(meeting, language)
    if page is None or (audience == Audience.READERS and kind not in FOR_READERS):
        return None
    session = MeetingSession(page, meeting, None)
    if audience == Audience.READERS and not (session.is_told and page.live):
        return None
    reader = page_language(page)
    with override(reader.code):  # not the language of whoever asks: the words are always the same
        shown = _contents(session, kind, audience)
    if shown is None:
        return None
    context = {
        "page": page,
        "meeting": meeting,
        "session": session,
        "language": reader,
        "kind": kind,
        "title": page.title,
        "institution": _institution(session, audience),
    }
    with override(reader.code):
        return render_to_string(
            f"prcouncil_meetings/print/{kind.value}.html", context | shown | screen
        )


def _institution(session: MeetingSession, audience: Audience) -> str:
    """The council's name in the language of the paper, where it has one; readers get the name of
    one that they may see, as on the meeting's page, or none."""
    council = session.meeting.council
    if audience == Audience.READERS:
        return session.host.title if session.host else ""
    pages = type(council).objects.filter(
        translation_key=council.translation_key, locale__language_code=session.language
    )
    return pages.values_list("title", flat=True).first() or council.title


def _approved_in(session: MeetingSession, audience: Audience) -> str:
    """What the meeting is called that approved the minutes, told as the council's name is."""
    approving = session.meeting.approved_in
    if audience == Audience.MEMBERS:
        return approving.page.title if approving else ""
    shown = session.around.approved_in
    return shown.title if shown else ""


def _contents(session: MeetingSession, kind: Print, audience: Audience) -> dict[str, Any] | None:
    """What the paper has of its own; None where that is nothing yet."""
    meeting, is_public = session.meeting, audience == Audience.READERS
    if kind in {Print.INVITATION, Print.AGENDA}:
        listed = list(items.for_readers(session.items)) if is_public else items.for_members(meeting)
        return {"items": listed} if listed or kind == Print.INVITATION else None
    if kind == Print.ATTENDANCE:
        lines = range(signing.GUEST_LINES)
        return {"benches": signing.benches(meeting), "guest_lines": lines}
    if kind == Print.MINUTES:
        told = published_passages(meeting) if is_public else _passages(meeting)
        signatories = signing.signatories(meeting) if told else ()
        approved = {"approved_in": _approved_in(session, audience)}
        return approved | {"passages": told, "signatories": signatories} if told else None
    decided = session.decisions if is_public else _decisions(meeting)
    return {"decisions": decided} if decided else None


def _passages(meeting: Meeting) -> list[Passage]:
    """All that stands in the minutes."""
    minutes = Minutes.objects.filter(meeting=meeting).first()
    if minutes is None:
        return []
    rows = {f"resolution:{row.pk}": row for row in meeting.resolutions.all()}
    found = []
    with override(meeting.page.locale.language_code):
        for block in minutes.body:
            row = rows.get((minutes.made.get(block.id or "") or {}).get("source", ""))
            found.append(Passage(block, row.name_as_read() if row else "", row))
    return found


def _decisions(meeting: Meeting) -> list[Decision]:
    """All resolutions, drafts too, with what is to be done. Two queries."""
    rows: Any = Resolution.objects.filter(meeting=meeting).order_by("number", "sort_order", "pk")
    rows = rows.prefetch_related("assignments__agency")
    return [
        Decision(row, [Task(one, "") for one in row.assignments.all()], [], None) for row in rows
    ]
