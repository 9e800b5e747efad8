"""The written demo: `site.toml` and one file for each news item in `news/`.

A slip of the pen stops the reading, with the name of the file, before any page has a hole in it.
"""

import datetime as dt
import re
import tomllib
from collections.abc import Container, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from home.demo.pictures import SCENES
from home.demo.register import read_agencies
from home.demo.tables import DemoError, made
from wagtail_prcouncil.persian.dates import TEHRAN

FOLDER = Path(__file__).parent
FACTS = ("index", "section", "picture", "agency", "province", "quoted_agency", "quoted_url")
# What a body part of each type has to have, and what it may have.
PARTS: dict[str, tuple[set[str], set[str]]] = {
    "paragraph": ({"text"}, set()),
    "heading": ({"text"}, set()),
    "quote": ({"text"}, {"attribution"}),
    "list": ({"items"}, set()),
    "gallery": ({"rows"}, {"text", "attribution"}),
    "table": ({"text", "items", "rows"}, set()),
    "document": ({"text", "source", "items", "rows"}, set()),
    "media": ({"title", "text", "source"}, set()),
    "link_card": ({"title", "text", "source"}, set()),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class BodyPart:
    """A piece of an article; PARTS says what each type takes. Plain text, no markup.

    `text` is what is read, a caption or a transcript; `items` the points of a list or headings of
    columns; `rows` the cells of a table, or name and alternative text of a gallery's pictures;
    `source` the name of a file, the key of a page or an address.
    """

    type: str
    text: str = ""
    title: str = ""
    attribution: str = ""
    source: str = ""
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """What is translated of a news item, named as the page's fields; `slug` in English only."""

    title: str
    lead: str
    body: tuple[BodyPart, ...]
    kicker: str = ""
    deck: str = ""
    slug: str = ""
    agency_name: str = ""
    source_outlet: str = ""
    quoted_source: str = ""
    dateline_place: str = ""
    end_mark: str = ""
    hero_alt: str = ""
    hero_caption: str = ""
    hero_credit: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class DemoNews:
    """A news item: `key` names it for ever, `picture` is a name for `pictures.draw` or empty.

    `agency` and `quoted_agency` are codes of the register, `province` one of ISO 3166-2, or empty.
    """

    key: str
    index: str
    section: str
    published_at: dt.datetime
    picture: str
    tags: tuple[str, ...]
    persian: Words
    english: Words | None
    agency: str = ""
    province: str = ""
    quoted_agency: str = ""
    quoted_url: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A page that gathers others (home, register, news index, section) in both languages."""

    title: str
    intro: str
    title_en: str
    intro_en: str
    slug: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class DemoSite:
    """The pages around the news, indexes and sections by the keys that the items use."""

    home: Place
    register: Place
    indexes: Mapping[str, Place]
    sections: Mapping[str, Place]


def _tidy(value: Any) -> Any:
    """Without the line breaks, which are for the eye of the file's editor."""
    return re.sub(r"[ \n]+", " ", value).strip() if isinstance(value, str) else value


def _part(table: Mapping[str, Any], where: str) -> BodyPart:
    flat = {key: _tidy(value) for key, value in table.items()}
    part = made(BodyPart, flat | {"rows": [tuple(row) for row in table.get("rows", ())]}, where)
    if part.type not in PARTS:
        raise DemoError(f"{where}: a body part cannot be a {part.type!r}")
    needed, allowed = PARTS[part.type]
    filled = {name for name, value in table.items() if value} - {"type"}
    if odd := needed - filled | filled - needed - allowed:
        raise DemoError(f"{where}: a {part.type} has to have, or cannot have, {sorted(odd)}")
    if part.type == "gallery" and {name for name, _alt in part.rows} - SCENES.keys():
        raise DemoError(f"{where}: pictures of a gallery are from pictures.SCENES")
    return part


def _words(table: Mapping[str, Any], where: str) -> Words:
    flat = {key: _tidy(value) for key, value in table.items()}
    if "body" in flat:
        flat["body"] = tuple(_part(part, where) for part in flat["body"])
    return made(Words, flat, where)


def read_site() -> DemoSite:
    table = tomllib.loads((FOLDER / "site.toml").read_text("utf-8"))
    return DemoSite(
        home=made(Place, table["home"], "site.toml"),
        register=made(Place, table["register"], "site.toml"),
        indexes={k: made(Place, t, f"site.toml, {k}") for k, t in table["indexes"].items()},
        sections={k: made(Place, t, f"site.toml, {k}") for k, t in table["sections"].items()},
    )


def _news(path: Path, site: DemoSite, register: Container[str]) -> DemoNews:
    table = {"index": "ministry", "picture": "", **tomllib.loads(path.read_text("utf-8"))}
    english = table.pop("en", None)
    facts = {name: table.pop(name, "") for name in FACTS}
    published_at, tags = table.pop("published_at", None), tuple(table.pop("tags", ()))
    if facts["index"] not in site.indexes or facts["section"] not in site.sections:
        raise DemoError(f"{path.name}: index or section is not in site.toml")
    if facts["picture"] and (facts["picture"] not in SCENES or not table.get("hero_alt")):
        raise DemoError(f"{path.name}: a picture is one of pictures.SCENES and has a hero_alt")
    if odd := {facts["agency"], facts["quoted_agency"]} - {"", *register}:
        raise DemoError(f"{path.name}: {', '.join(odd)} is not in register/")
    if not isinstance(published_at, dt.datetime) or published_at.tzinfo:
        raise DemoError(f"{path.name}: published_at is a Tehran time without offset")
    return DemoNews(
        key=path.stem,
        published_at=published_at.replace(tzinfo=TEHRAN),
        tags=tags,
        persian=_words(table, path.name),
        english=_words(english, f"{path.name} [en]") if english else None,
        **facts,
    )


def read_news() -> list[DemoNews]:
    """All written items, newest first."""
    site, register = read_site(), {agency.code for agency in read_agencies()}
    news = (_news(path, site, register) for path in FOLDER.glob("news/*.toml"))
    return sorted(news, key=lambda item: item.published_at, reverse=True)
