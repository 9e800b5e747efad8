"""News in a table, CSV or XLSX: one line for each item, headings in Persian or English."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import gettext

from wagtail_prcouncil.exchange.csv_reading import NotTextError, csv_lines
from wagtail_prcouncil.exchange.formulas import restored
from wagtail_prcouncil.exchange.xlsx_reading import NotWorkbookError, TooLargeError, xlsx_lines
from wagtail_prcouncil.news.importing.items import SourceItem, UnreadableSourceError
from wagtail_prcouncil.persian.text import canonical, fold

HEADINGS: dict[str, tuple[str, ...]] = {
    "guid": ("guid", "شناسه یکتا"),
    "code": ("code", "news code", "کد خبر", "شناسه خبر"),
    "title": ("title", "headline", "تیتر", "عنوان"),
    "kicker": ("kicker", "روتیتر"),
    "deck": ("deck", "subtitle", "زیرتیتر"),
    "lead": ("lead", "summary", "لید", "چکیده", "خلاصه"),
    "html": ("text", "body", "html", "متن"),
    "date": ("date", "published", "published at", "تاریخ", "تاریخ انتشار"),
    "section": ("section", "category", "سرویس", "بخش"),
    "agency": ("agency", "دستگاه", "واحد"),
    "province": ("province", "استان"),
    "tags": ("tags", "keywords", "برچسب‌ها", "کلیدواژه‌ها"),
    "picture": ("picture", "image", "تصویر", "عکس"),
    "picture_alt": ("alternative text", "alt", "متن جایگزین"),
    "picture_caption": ("caption", "شرح عکس", "زیرنویس"),
    "picture_credit": ("credit", "عکاس", "پدیدآور عکس"),
    "source_outlet": ("outlet", "source", "رسانه", "منبع"),
    "quoted_source": ("quoted", "quoted source", "به نقل از"),
    "quoted_url": ("address of the quoted text", "source url", "نشانی منبع"),
    "dateline_place": ("place", "محل"),
    "path": ("path", "address", "url", "link", "نشانی", "پیوند"),
}
"""The first of each is how docs and messages call it; all are compared folded."""

# What old databases leave in a text; one of them is no reason to refuse ten thousand lines.
CONTROLS = bytes({*range(9), *range(14, 32), 127})
REQUIRED = ("title", "date")


def read_sheet(path: Path) -> Iterator[SourceItem]:
    lines = _lines(path)
    _number, first = next(lines, (0, []))
    known = {fold(heading): name for name, headings in HEADINGS.items() for heading in headings}
    names = [known.get(fold(str(heading or ""))) for heading in first]
    if missing := [HEADINGS[name][0] for name in REQUIRED if name not in names]:
        sentence = gettext("The first line must hold the headings; missing: %(headings)s")
        raise UnreadableSourceError(sentence % {"headings": ", ".join(missing)})
    for number, cells in lines:
        yield _item(number, names, cells)


def _lines(path: Path) -> Iterator[tuple[int, Sequence[object]]]:
    """Lines with content."""
    content = path.read_bytes()
    is_workbook = content.startswith(b"PK\x03\x04")
    if not is_workbook and not content.startswith((b"\xff\xfe", b"\xfe\xff")):  # UTF-16 has them
        content = content.translate(None, CONTROLS)
    lines = xlsx_lines(content) if is_workbook else csv_lines(content)
    try:
        for number, cells in lines:
            if any(str(cell or "").strip() for cell in cells):
                yield number, cells
    except NotTextError as error:
        raise UnreadableSourceError(gettext("This is neither a CSV nor an XLSX file.")) from error
    except NotWorkbookError as error:
        raise UnreadableSourceError(
            gettext("This workbook is damaged and cannot be read.")
        ) from error
    except TooLargeError as error:
        raise UnreadableSourceError(
            gettext("The workbook is too big. Save it as CSV, or send it in parts.")
        ) from error


def _item(line: int, names: Sequence[str | None], cells: Sequence[object]) -> SourceItem:
    said: dict[str, Any] = {}  # texts
    for name, cell in zip(names, cells, strict=False):
        text = canonical(restored(_text(cell))).strip()
        if name and text:
            said.setdefault(name, text)
    tags = said.pop("tags", "")
    for mark in "،,؛;|":
        tags = tags.replace(mark, "\n")
    listed = tuple(tag.strip() for tag in tags.split("\n") if tag.strip())
    title, date = said.pop("title", ""), said.pop("date", "")
    return SourceItem(line, title, date, tags=listed, **said)


def _text(cell: object) -> str:
    """3413313.0 is "3413313"."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)
