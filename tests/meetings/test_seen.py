import pytest

from wagtail_prcouncil.meetings.models import AgendaItem
from wagtail_prcouncil.meetings.seen import seen_by, seen_of, strictest
from wagtail_prcouncil.meetings.states import Visibility

PUBLIC, MEMBERS, CLOSED = Visibility.PUBLIC, Visibility.MEMBERS, Visibility.CLOSED


def item(key: int, parent: int | None = None, visibility: str = PUBLIC) -> AgendaItem:
    return AgendaItem(pk=key, parent_id=parent, visibility=visibility)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ((PUBLIC,), PUBLIC),
        ((PUBLIC, CLOSED), CLOSED),
        ((CLOSED, MEMBERS), MEMBERS),
        ((PUBLIC, "?"), MEMBERS),
        ((None,), MEMBERS),
    ],
)
def test_the_stricter_counts(said: tuple[str, ...], read: str) -> None:
    assert strictest(*said) == read


def test_what_stands_below_is_no_more_public() -> None:
    items = [item(1, visibility=CLOSED), item(2, 1), item(3, 2), item(4), item(5, 4, MEMBERS)]
    assert seen_by(items) == {1: CLOSED, 2: CLOSED, 3: CLOSED, 4: PUBLIC, 5: MEMBERS}


def test_of_one_item_it_is_asked_upwards() -> None:
    above = item(1, visibility=CLOSED)
    below = AgendaItem(pk=3, parent=AgendaItem(pk=2, parent=above))
    assert (seen_of(below), seen_of(above), seen_of(item(4))) == (CLOSED, CLOSED, PUBLIC)


def test_a_ring_ends() -> None:
    assert seen_by([item(1, 2), item(2, 1, MEMBERS)]) == {1: MEMBERS, 2: MEMBERS}
