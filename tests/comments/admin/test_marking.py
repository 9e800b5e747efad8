import pytest

from wagtail_prcouncil.comments.admin.marking import Seen, marked, reasons
from wagtail_prcouncil.comments.models import RuleHit
from wagtail_prcouncil.comments.states import Hold

TEXT, NAME = RuleHit.Field.TEXT, RuleHit.Field.NAME


def hit(start: int, end: int, code: Hold = Hold.WORD, field: RuleHit.Field = TEXT) -> RuleHit:
    return RuleHit(code=code, field=field, start=start, end=end)


@pytest.mark.parametrize(
    ("hits", "wanted"),
    [
        ([], "آب و &lt;b&gt;"),
        ([hit(0, 2)], "<mark>آب</mark> و &lt;b&gt;"),
        ([hit(3, 4), hit(0, 2)], "<mark>آب</mark> <mark>و</mark> &lt;b&gt;"),
        ([hit(0, 4), hit(3, 6)], "<mark>آب و &lt;</mark>b&gt;"),
        ([hit(5, 99)], "آب و <mark>&lt;b&gt;</mark>"),
        ([hit(90, 99), hit(0, 0), hit(0, 2, field=NAME)], "آب و &lt;b&gt;"),
    ],
)
def test_what_was_seen_is_marked(hits: list[RuleHit], wanted: str) -> None:
    assert marked("آب و <b>", hits, TEXT) == wanted


def test_reasons_are_said_once_with_the_words_that_gave_them() -> None:
    hits = [hit(0, 2), hit(0, 2), hit(0, 0, Hold.DECOY), hit(3, 200, Hold.LINK)]
    seen = reasons({TEXT: "آب " + "x" * 99}, hits)
    assert [one.quote for one in seen] == ["آب", "", "x" * 60 + "…"]
    assert seen[1] == Seen(str(Hold.DECOY.label), "")
