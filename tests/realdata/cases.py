"""The pages that are read, and what is known of them.

Ten written pages stand in `pages/`. Real pages, of which only facts stand here, are read as well
when PRCOUNCIL_SEEDS names their folder.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from tests.realdata.scraping import ScrapedPage, scrape
from wagtail_prcouncil.persian.dates import TEHRAN

PAGES = Path(__file__).parent / "pages"


@dataclass(frozen=True)
class Case:
    """A page by the start of its file's name, with the number and the moment it states."""

    name: str
    code: int | None = None
    published_at: datetime | None = None
    is_seed: bool = False

    def text(self) -> str:
        folder = Path(os.environ["PRCOUNCIL_SEEDS"]) if self.is_seed else PAGES
        (path,) = folder.glob(f"{self.name}*.txt")
        return path.read_text("utf-8")

    @cache  # noqa: B019  (cases live as long as the run)
    def page(self) -> ScrapedPage:
        return scrape(self.text())


def tehran(*numbers: int) -> datetime:
    return datetime(*numbers, tzinfo=TEHRAN)  # type: ignore[arg-type, misc]


WRITTEN = (
    Case("01", 48213, tehran(2021, 11, 3, 10, 47)),
    Case("02", 7315, tehran(2021, 11, 30)),
    Case("03", 51877),
    Case("04"),
    Case("05"),
    Case("06", 9104, tehran(2021, 11, 4)),
    Case("07", 33012, tehran(2021, 3, 20, 23, 45)),
    Case("08", 61550, tehran(2021, 7, 8, 9, 5)),
    Case("09", None, tehran(2019, 2, 1)),
    Case("10", 9041),
)
SEEDS = (
    Case("000", is_seed=True),
    Case("001", 50215, tehran(2022, 8, 14, 12, 13), is_seed=True),
    Case("002", is_seed=True),
    Case("003", 6288, tehran(2017, 10, 16), is_seed=True),
    Case("004", 64048, is_seed=True),
)


def _parameters() -> Iterator[object]:
    for case in WRITTEN:
        yield pytest.param(case, id=f"page {case.name}")
    for case in SEEDS:
        yield pytest.param(case, id=f"seed {case.name}", marks=pytest.mark.needs("seeds"))


every_page = pytest.mark.parametrize("case", list(_parameters()))
