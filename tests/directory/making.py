"""Agencies for tests."""

from itertools import count
from typing import Any

from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.directory.states import AgencyKind

_numbers = count(1)


def agency(name: str = "", **fields: Any) -> Agency:
    """An open agency with a code and a name of its own."""
    number = next(_numbers)
    words = {"name": name or f"سازمان شمارهٔ {number}", "code": f"org-{number}"}
    return Agency.objects.create(**(words | {"kind": AgencyKind.ORGANISATION} | fields))
