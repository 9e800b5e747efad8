"""How minutes are drawn up from what is known of a meeting, part by part.

A part that was drawn up knows what it came from and how it read then. Drawn up again, it is renewed
only where it still reads so; what a person wrote, moved, added or took out stays so.
"""

import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from wagtail.blocks import StreamValue

from wagtail_prcouncil.meetings.marks import mark
from wagtail_prcouncil.meetings.models.meeting import Meeting
from wagtail_prcouncil.meetings.told import RESOLUTION, Part, parts

Block = dict[str, Any]
Notes = dict[str, dict[str, str]]


def drawn_up(
    meeting: Meeting, body: StreamValue, made: Mapping[str, Any]
) -> tuple[list[Block], Notes]:
    """The body with what is new, and what is kept of its making; see `Minutes.made`."""
    told = {part.source: part for part in parts(meeting)}
    blocks, notes = _renewed(list(body.raw_data) if body else [], made, told)
    kept = {note["source"] for note in made.values()}
    # What a person took out stays out.
    for part in told.values():
        if part.source not in kept:
            _put_in(blocks, notes, part, list(told))
    taken_out = {key: dict(note) for key, note in made.items() if note["source"] in told}
    return blocks, taken_out | notes


def _renewed(
    blocks: Iterable[Block], made: Mapping[str, Any], told: Mapping[str, Part]
) -> tuple[list[Block], Notes]:
    """Blocks as they stand, those that nobody touched with what is so now, or away with what they
    told of."""
    found: list[Block] = []
    notes: Notes = {}
    for block in blocks:
        note = made.get(block.get("id") or "")
        if note is None:
            found.append(block)
            continue
        part, is_touched = told.get(note["source"]), is_edited(block, note)
        if part is None and not is_touched:
            continue
        if is_touched or part is None:
            found.append(block)
            notes[block["id"]] = dict(note)
        else:
            found.append(_block(part, block["id"]))
            notes[block["id"]] = _note(part)
    return found, notes


def are_resolutions_told(meeting: Meeting, body: StreamValue, made: Mapping[str, Any]) -> bool:
    """Whether the minutes tell of the resolutions as they are now, as far as nobody has written
    there otherwise. To draw them up again makes it so."""
    now = {part.source: part.mark for part in parts(meeting) if part.source.startswith(RESOLUTION)}
    if now.keys() - {note["source"] for note in made.values()}:
        return False
    for block in body.raw_data:
        note = made.get(block.get("id") or "", {"source": ""})
        is_ours = note["source"].startswith(RESOLUTION) and not is_edited(block, note)
        if is_ours and now.get(note["source"]) != note["mark"]:
            return False
    return True


def is_edited(block: Block, note: Mapping[str, str]) -> bool:
    """Whether a person has written in a part since it was drawn up, or said who reads it."""
    value = block["value"]
    return mark(value) != note["mark"] or value.get("visibility") != note["visibility"]


def _put_in(blocks: list[Block], notes: Notes, part: Part, order: list[str]) -> None:
    """Behind what comes before it in the agenda, and what somebody has put there."""
    before = set(order[: order.index(part.source)])
    place = 0
    for number, block in enumerate(blocks):
        note = notes.get(block.get("id") or "")
        if note is not None and note["source"] in before:
            place = number + 1
    while place and place < len(blocks) and (blocks[place].get("id") or "") not in notes:
        place += 1
    key = str(uuid.uuid4())
    blocks.insert(place, _block(part, key))
    notes[key] = _note(part)


def _block(part: Part, key: str) -> Block:
    return {"type": part.kind, "value": part.value | {"visibility": part.visibility}, "id": key}


def _note(part: Part) -> dict[str, str]:
    return {"source": part.source, "mark": part.mark, "visibility": part.visibility}
