import pytest

from wagtail_prcouncil.meetings.public.questions import MeetingQuestion

YEARS = [(1405, "۱۴۰۵"), (1404, "۱۴۰۴")]


@pytest.mark.parametrize(
    ("asked", "chosen", "query"),
    [
        ({}, {}, ""),
        ({"year": "1404"}, {"year": 1404}, "year=1404"),
        ({"year": "1404", "kind": "joint"}, {"year": 1404, "kind": "joint"}, None),
        ({"year": "1300"}, {}, ""),
        ({"kind": "party", "year": "x"}, {}, ""),
    ],
)
def test_what_can_be_asked(
    asked: dict[str, str], chosen: dict[str, object], query: str | None
) -> None:
    form = MeetingQuestion(asked, YEARS)
    assert form.chosen == chosen
    assert form.query == (query if query is not None else "year=1404&kind=joint")


def test_what_cannot_be_is_said_beside_its_field() -> None:
    form = MeetingQuestion({"year": "1300"}, YEARS)
    assert list(form.errors) == ["year"]
