"""Comments in a table, CSV: one line for each, headings in Persian or English."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from django.utils.translation import gettext

from wagtail_prcouncil.comments.importing.items import SourceComment, UnreadableSourceError
from wagtail_prcouncil.exchange.csv_reading import NotTextError, csv_lines
from wagtail_prcouncil.exchange.formulas import restored
from wagtail_prcouncil.persian.text import fold

HEADINGS: dict[str, tuple[str, ...]] = {
    "source_id": ("id", "number", "شناسه", "شماره"),
    "page": ("page", "path", "address", "url", "صفحه", "نشانی", "پیوند"),
    "name": ("name", "author", "نام", "نویسنده"),
    "text": ("text", "comment", "content", "متن", "دیدگاه", "نظر"),
    "date": ("date", "received at", "تاریخ"),
    "email": ("email", "mail", "ایمیل", "رایانامه"),
    "status": ("status", "approved", "وضعیت"),
    "parent_id": ("parent", "in reply to", "در پاسخ به"),
}
"""The first of each is how docs and messages call it; all are compared folded."""

REQUIRED = ("source_id", "page", "name", "text", "date")
# What old databases leave in a text; one of them is no reason to refuse ten thousand lines.
_CONTROLS = bytes({*range(9), *range(14, 32), 127})


def read_sheet(path: Path) -> Iterator[SourceComment]:
    content = path.read_bytes()
    if not content.startswith((b"\xff\xfe", b"\xfe\xff")):  # UTF-16 has them
        content = content.translate(None, _CONTROLS)
    try:
        lines = (line for line in csv_lines(content) if any(cell.strip() for cell in line[1]))
        _number, first = next(lines, (0, []))
        names = _names(first)
        for number, cells in lines:
            yield _comment(number, names, cells)
    except NotTextError as error:
        raise UnreadableSourceError(gettext("This is no CSV file.")) from error


def _names(first: Sequence[str]) -> list[str | None]:
    known = {fold(heading): name for name, headings in HEADINGS.items() for heading in headings}
    names = [known.get(fold(heading)) for heading in first]
    if missing := [HEADINGS[name][0] for name in REQUIRED if name not in names]:
        sentence = gettext("The first line must hold the headings; missing: %(headings)s")
        raise UnreadableSourceError(sentence % {"headings": ", ".join(missing)})
    return names


def _comment(line: int, names: Sequence[str | None], cells: Sequence[str]) -> SourceComment:
    said = dict.fromkeys(HEADINGS, "")
    for name, cell in zip(names, cells, strict=False):
        if name and not said[name]:
            said[name] = restored(cell).strip()
    return SourceComment(line, **said)
