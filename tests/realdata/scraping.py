"""Reading a news page from the text that scraping left of it, as an importer would.

The text has no markup. Around the news stand labels, repeated headlines, a machine's excerpt,
share links, comment forms and lists of other news; in it, whatever a keyboard and a word
processor of the last twenty years could put there.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from wagtail_prcouncil.persian.dates import parse_datetime
from wagtail_prcouncil.persian.digits import to_ascii
from wagtail_prcouncil.persian.errors import PersianError
from wagtail_prcouncil.persian.text import canonical, fold

_CODE = re.compile("(?:کد|شناسه\u0654?) خبر ?: ?([0-9۰-۹]{1,12})")
_DATE_LABEL = re.compile("^[• ]*(?:تاریخ ?: ?)?")
_ABOVE = re.compile("^(?:English|نسخه قابل چاپ)$")
# Everything from here on is not the news any more.
_BELOW = re.compile("^(?:انتهای پیام|پیامک -|نسخه اصلی|آیا این خبر|نظر شما$|ارسال نظر|نام ?:)")
_SITE_BEFORE_TITLE = re.compile("^[^:]{2,40} - [^:]{3,80}: ")
_OUTLET_TAG = re.compile(r"^[^(]{0,60}\([^)]{1,30}\)-\|\| ?")
_SOURCE = re.compile("^به گزارش ([^،:.؛]{3,200})(?:،|$)")
_CHAIN = re.compile("(.+?)(?: از ([^ ]+(?: [^ ]+)?))?(?: به نقل از (.+))?")
_END_MARK = re.compile("^انتهای پیام")
_SPACE_BEFORE_MARK = re.compile(r" +(?=[.،؛؟!])")
_WHOLE_SENTENCE = re.compile("[.؟!:»]$")


class Source(NamedTuple):
    """The chain that «به گزارش … از … به نقل از …» tells, named as the fields of a news item."""

    source_outlet: str = ""
    dateline_place: str = ""
    quoted_source: str = ""


@dataclass(frozen=True)
class ScrapedPage:
    """What an import needs of a page; texts canonical, `published_at` in UTC."""

    title: str
    kicker: str
    code: int | None
    published_at: datetime | None
    source: Source
    end_mark: str
    paragraphs: tuple[str, ...]


def scrape(text: str) -> ScrapedPage:
    lines = [line for raw in text.split("\n") if (line := _tidy(raw))]
    code, published_at, end_mark, words = None, None, "", []
    for line in lines:
        if _BELOW.match(line):
            end_mark = line if _END_MARK.match(line) else ""
            break
        numbered = _CODE.search(line)
        when = _datetime(line[: numbered.start()] if numbered else line)
        if numbered:
            code = int(to_ascii(numbered[1]))
        published_at = published_at or when
        if not (numbered or when or _ABOVE.match(line)):
            words.append(line)
    kicker = words.pop(0) if words[0].endswith(":") else ""
    title = _SITE_BEFORE_TITLE.sub("", words.pop(0))
    source, paragraphs = _body(words, {joined_key(title)})
    return ScrapedPage(title, kicker, code, published_at, source, end_mark, tuple(paragraphs))


def joined_key(text: str) -> str:
    """A key that also meets words whose half-spaces scraping has swallowed («روابطعمومی»)."""
    return fold(text).replace(" ", "")


def same_release(first: ScrapedPage, second: ScrapedPage) -> bool:
    """Whether two outlets carry one release: four fifths of the shorter one's paragraphs."""
    keys, others = ({joined_key(p) for p in page.paragraphs} for page in (first, second))
    return len(keys & others) >= 0.8 * min(len(keys), len(others))


def _tidy(line: str) -> str:
    return _SPACE_BEFORE_MARK.sub("", " ".join(canonical(line).split()))


def _datetime(line: str) -> datetime | None:
    try:
        return parse_datetime(_DATE_LABEL.sub("", line))
    except PersianError:
        return None


def _body(lines: Iterable[str], seen: set[str]) -> tuple[Source, list[str]]:
    """The first source, and the paragraphs without what an earlier line said already."""
    source, paragraphs = Source(), []
    for line in _without_outlet(lines):
        told = _SOURCE.match(line)
        if told:
            source = source if any(source) else _source(told[1])
            line = line[told.end() :]
        paragraph = line.lstrip("، ")
        key = joined_key(paragraph)
        is_label = len(paragraph) < 25 and not _WHOLE_SENTENCE.search(paragraph)
        if key not in seen and not is_label and not paragraph.endswith("..."):
            seen.add(key)
            paragraphs.append(paragraph)
    return source, paragraphs


def _source(words: str) -> Source:
    chain = _CHAIN.fullmatch(words)
    return Source(*(link or "" for link in chain.groups())) if chain else Source(words)


def _without_outlet(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield _OUTLET_TAG.sub("", line)
