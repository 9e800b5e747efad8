"""The written register of the demo: agencies and persons, from the files in `register/`.

All of it is made up; persons are called what nobody is called.
"""

import datetime as dt
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from home.demo.tables import DemoError, made

FOLDER = Path(__file__).parent / "register"
# In this order, so that an agency is read after the one it belongs to.
FILES = ("headquarters", "affiliated", "provinces", "closed")


@dataclass(frozen=True, kw_only=True, slots=True)
class Closing:
    """When and why an agency was closed, and the codes of those who carry on."""

    on: dt.date
    reason: str
    successors: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class DemoAgency:
    """An agency, named as the model's fields; `parent` is a code, `province` one of ISO 3166-2."""

    code: str
    name: str
    name_en: str
    kind: str
    parent: str = ""
    relation: str = ""
    province: str = ""
    pr_kind: str = ""
    summary: str = ""
    summary_en: str = ""
    website: str = ""
    email: str = ""
    telephone: str = ""
    address: str = ""
    address_en: str = ""
    postal_code: str = ""
    founded_on: dt.date | None = None
    other_names: tuple[str, ...] = ()
    closed: Closing | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class DemoPerson:
    """A person, named as the model's fields."""

    name: str
    name_en: str
    other_posts: str
    other_posts_en: str
    honorific_prefix: str = ""
    honorific_prefix_en: str = ""


def read_agencies() -> list[DemoAgency]:
    """Each after the one it belongs to and after those that succeed it."""
    agencies = [agency for name in FILES for agency in _agencies(FOLDER / f"{name}.toml")]
    read: set[str] = set()
    for agency in agencies:
        successors = agency.closed.successors if agency.closed else ()
        if odd := {agency.parent, *successors} - {"", *read}:
            raise DemoError(f"{agency.code}: {', '.join(odd)} does not stand before it")
        read.add(agency.code)
    return agencies


def read_persons() -> list[DemoPerson]:
    rows = tomllib.loads((FOLDER / "persons.toml").read_text("utf-8"))["persons"]
    return [made(DemoPerson, row, "persons.toml") for row in rows]


def _agencies(path: Path) -> Iterator[DemoAgency]:
    for code, table in tomllib.loads(path.read_text("utf-8")).items():
        where = f"{path.name}, {code}"
        closed = table.pop("closed", None)
        closing = {"closed": made(Closing, closed, where)} if closed else {}
        yield made(DemoAgency, {"code": code, **table, **closing}, where)
