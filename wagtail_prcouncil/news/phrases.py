"""How the source of a news item reads, in one phrase: «به گزارش … به نقل از …، از …».

A site may word it anew by the setting SOURCE_PHRASES: patterns for each language, of which the one
is taken that names exactly what an item tells of its source.
"""

from collections.abc import Iterable, Mapping
from string import Formatter
from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.functional import Promise
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil import conf

if TYPE_CHECKING:
    from wagtail_prcouncil.news.models import NewsMixin

PARTS = ("outlet", "source", "place")
OURS = (
    _("Reported by {outlet}, quoting {source}, from {place}"),
    _("Reported by {outlet}, quoting {source}"),
    _("Reported by {outlet}, from {place}"),
    _("Reported by {outlet}"),
    _("Quoting {source}, from {place}"),
    _("Quoting {source}"),
    _("From {place}"),
)


class BadPatternError(ValueError):
    """A pattern that is no text, has a brace too many, or names what no source has."""


def parts_of(pattern: object) -> frozenset[str]:
    """The parts of a source that a pattern names. Raises BadPatternError."""
    if not isinstance(pattern, str | Promise):
        raise BadPatternError(f"{pattern!r} is no text")
    try:
        fields = [field[1:] for field in Formatter().parse(str(pattern)) if field[1] is not None]
    except ValueError as error:
        raise BadPatternError(f"{pattern!r}: {error}") from error
    odd = [name for name, form, conversion in fields if name not in PARTS or form or conversion]
    if odd or not fields:
        known = ", ".join(f"{{{part}}}" for part in PARTS)
        raise BadPatternError(f"{pattern!r} must name some of {known} and nothing else")
    return frozenset(str(name) for name, _form, _conversion in fields)


def source_phrase(page: "NewsMixin", quoted_url: str = "") -> SafeString:
    """In the language of the page; who is quoted is a link to `quoted_url`, if there is one.
    Empty when nothing is known of the source."""
    source: str = page.quoted
    if source and quoted_url:
        source = format_html('<a href="{}">{}</a>', quoted_url, source)
    told = {"outlet": page.source_outlet, "source": source, "place": page.dateline_place}
    named = frozenset(part for part, words in told.items() if words)
    if not named:
        return SafeString("")
    code = page.locale.language_code
    with translation.override(code):
        pattern = _found(conf.source_phrases().get(code, ()), named) or _found(OURS, named)
        return format_html(conditional_escape(pattern), **told)


def problems(chosen: Mapping[str, object]) -> list[str]:
    """What is wrong with a site's patterns, a sentence for each."""
    found: list[str] = []
    for code, patterns in chosen.items():
        if isinstance(patterns, str) or not isinstance(patterns, Iterable):
            found.append(f"{code!r} has no list of patterns")
            continue
        seen: set[frozenset[str]] = set()
        for pattern in patterns:
            try:
                named = parts_of(pattern)
            except BadPatternError as error:
                found.append(f"{code!r}: {error}")
                continue
            if named in seen:
                found.append(f"{code!r}: {pattern!r} names the same parts as another pattern")
            seen.add(named)
    return found


def _found(patterns: Iterable[object], named: frozenset[str]) -> str:
    """The pattern of just these parts, or nothing. What is wrong with another, a check says."""
    for pattern in patterns:
        try:
            if parts_of(pattern) == named:
                return str(pattern)
        except BadPatternError:
            continue
    return ""
