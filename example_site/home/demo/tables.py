"""Tables of the demo's TOML files as dataclasses."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any, TypeVar

Made = TypeVar("Made")


class DemoError(ValueError):
    """A demo file says something that cannot be shown; the message starts with the file's name."""


def made(kind: type[Made], table: Mapping[str, Any], where: str) -> Made:
    """`kind`, a dataclass, from a table that has all the keys it needs and none that it does not
    know. Lists become tuples. Raises DemoError."""
    known = fields(kind)  # type: ignore[arg-type]
    needed = {f.name for f in known if f.default is MISSING}
    if odd := table.keys() - {f.name for f in known} | needed - table.keys():
        raise DemoError(f"{where}: unknown or missing {', '.join(sorted(odd))}")
    return kind(**{k: tuple(v) if isinstance(v, list) else v for k, v in table.items()})
