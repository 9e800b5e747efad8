"""Days in a stream: what the script of the admin is given, what is stored, what readers see."""

import datetime as dt
import json
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation
from wagtail.admin.telepath import JSContext
from wagtail.blocks import Block, StreamBlock
from wagtail.blocks.stream_block import StreamBlockValidationError

from wagtail_prcouncil.ui.jalali.blocks import JalaliDateBlock, JalaliDateTimeBlock

MOMENT = dt.datetime(2022, 8, 14, 7, 43, tzinfo=dt.UTC)


class Days(StreamBlock):
    """A stream as a site would write one."""

    day = JalaliDateBlock()
    moment = JalaliDateTimeBlock(required=False)


def sent(stream: Days, *values: tuple[str, str]) -> Any:
    data = {"body-count": str(len(values))}
    for number, (kind, typed) in enumerate(values):
        data |= {
            f"body-{number}-type": kind,
            f"body-{number}-value": typed,
            f"body-{number}-order": str(number),
            f"body-{number}-deleted": "",
        }
    return stream.clean(stream.value_from_datadict(data, {}, "body"))


def test_packed_for_the_script() -> None:
    stream = Days()
    with translation.override("fa"):
        packed = json.dumps(JSContext().pack(stream), ensure_ascii=False)
        state = stream.get_form_state(
            stream.to_python([{"type": "moment", "value": "2022-08-14T07:43:00Z"}])
        )
    assert "<jalali-date with-time>" in packed
    assert state[0]["value"] == "۱۴۰۱/۰۵/۲۳ ۱۲:۱۳"
    with translation.override("en"):
        assert "jalali-date" not in json.dumps(JSContext().pack(stream))


def test_typed_in_jalali_and_stored_in_iso() -> None:
    stream = Days()
    with translation.override("fa"):
        value = sent(stream, ("day", "۱۴۰۱/۵/۲۳"), ("moment", "1401/05/23 12:13"), ("moment", ""))
    assert [child.value for child in value] == [dt.date(2022, 8, 14), MOMENT, None]
    stored = json.loads(json.dumps(list(value.raw_data), default=str))
    assert stored[0]["value"].startswith("2022-08-14")


def test_what_is_no_day_is_refused_in_its_block() -> None:
    with translation.override("fa"), pytest.raises(StreamBlockValidationError) as caught:
        sent(Days(), ("day", "1404/12/30"))
    (error,) = caught.value.block_errors.values()
    assert error.code == "impossible_date"


@pytest.mark.parametrize("block", [JalaliDateBlock(), JalaliDateTimeBlock()])
def test_readers_and_the_preview(block: Block, db: None, rf: RequestFactory) -> None:
    assert block.is_previewable
    value = block.get_preview_value()
    with translation.override("fa"):
        html = render_to_string(
            block.meta.preview_template, {"bound_block": block.bind(value), "block_def": block}
        )
        assert "یکشنبه ۱ آذر ۱۴۰۵" in html
    with translation.override("en"):
        assert "22 November 2026" in block.render(value)
