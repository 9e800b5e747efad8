import datetime as dt

import pytest
from django.utils import translation
from wagtail.admin.ui.tables import Table

from wagtail_prcouncil.ui.jalali.columns import JalaliDateColumn


def cell(value: dt.date | None, language: str) -> str:
    with translation.override(language):
        return Table([JalaliDateColumn("on", label="x")], [{"on": value}]).render_html({})


@pytest.mark.parametrize(("language", "found"), [("fa", ">۱ آذر ۱۴۰۵<"), ("en", "Nov. 22, 2026")])
def test_a_day_in_any_list(language: str, found: str) -> None:
    assert found in cell(dt.date(2026, 11, 22), language)


def test_an_empty_cell() -> None:
    assert "<time" not in cell(None, "fa")
