"""Minutes as readers see them: of what was said behind closed doors the title alone, of what is for
members nothing."""

from typing import Any, NamedTuple

from django.utils.translation import override

from wagtail_prcouncil.meetings.models.meeting import Meeting
from wagtail_prcouncil.meetings.models.minutes import Minutes
from wagtail_prcouncil.meetings.models.resolution import Resolution
from wagtail_prcouncil.meetings.seen import seen_by, strictest
from wagtail_prcouncil.meetings.states import MinutesStatus, ReportState, Visibility


class Passage(NamedTuple):
    """A part of the minutes. `block` is to be rendered; None where readers know no more than the
    `heading`. `resolution` is the one that it tells of; `heading` is then its name, with the number
    that it has by now."""

    block: Any = None
    heading: str = ""
    resolution: Resolution | None = None

    @property
    def is_withheld(self) -> bool:
        return self.block is None


def published_passages(meeting: Meeting) -> list[Passage]:
    """Nothing before the minutes are published. Whether the page may be read is asked by whoever
    serves it."""
    if meeting.minutes_status != MinutesStatus.PUBLISHED:
        return []
    minutes = Minutes.objects.filter(meeting=meeting).first()
    return passages(minutes) if minutes else []


def passages(minutes: Minutes) -> list[Passage]:
    """As readers see them once they are published, in the language of the meeting's original.

    Counted is what is so now: who reads of an item may have changed since they were drawn up.
    """
    sources = _Sources(minutes)
    found: list[Passage] = []
    for block in minutes.body:
        source = (minutes.made.get(block.id or "") or {}).get("source", "")
        seen = strictest(block.value.get("visibility"), sources.seen(source))
        if seen == Visibility.PUBLIC:
            row = sources.resolutions.get(source)
            found.append(Passage(block, sources.names.get(source, ""), row))
        elif seen == Visibility.CLOSED and source in sources.titles:
            found.append(Passage(heading=sources.titles[source]))
    return found


def is_whole(meeting: Meeting) -> bool:
    """Whether there is nothing of the meeting, in its minutes or beside them, that readers would
    not get."""
    minutes = Minutes.objects.filter(meeting=meeting).first()
    if minutes is None:
        return False
    told = passages(minutes)
    return (
        len(told) == len(minutes.body)
        and not any(one.is_withheld for one in told)
        and not meeting.items.exclude(visibility=Visibility.PUBLIC).exists()
        and not meeting.reports.accepted().exclude(visibility=Visibility.PUBLIC).exists()
        and not meeting.resolutions.exclude(visibility=Visibility.PUBLIC).exists()
    )


class _Sources:
    """What parts were drawn up from, as it is now. Three queries."""

    def __init__(self, minutes: Minutes) -> None:
        meeting = minutes.meeting
        language = meeting.page.locale.language_code
        items = list(meeting.items.in_order())
        of_items = seen_by(items)
        # Of what a title tells an editor may have written more: it is the item's own that is shown.
        # What stands below a closed one goes with what was said there.
        self.titles = {
            f"item:{item.pk}": f"{item.label} {item.title_in(language)}".strip()
            for item in items
            if of_items.get(item.parent_id or 0, Visibility.PUBLIC) == Visibility.PUBLIC
        }
        self.resolutions = {f"resolution:{row.pk}": row for row in meeting.resolutions.all()}
        with override(language):
            self.names = {key: row.name_as_read() for key, row in self.resolutions.items()}
        self._seen: dict[str, str] = {f"item:{key}": seen for key, seen in of_items.items()}
        for key, row in self.resolutions.items():
            above = of_items.get(row.item_id or 0, Visibility.PUBLIC)
            self._seen[key] = strictest(above, row.visibility)
        for report in meeting.reports.filter(state=ReportState.ACCEPTED):
            above = of_items.get(report.item_id or 0, Visibility.PUBLIC)
            self._seen[f"report:{report.pk}"] = strictest(above, report.visibility)

    def seen(self, source: str) -> str:
        """Of what was typed, and of who came, the block itself says it. What is gone was perhaps
        not for readers: it is for members."""
        if not source or source.startswith("attendance"):
            return str(Visibility.PUBLIC)
        return self._seen.get(source, str(Visibility.MEMBERS))
