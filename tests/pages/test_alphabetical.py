import pytest
from django.http import Http404, QueryDict

from tests.directory.making import agency
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.pages.alphabetical import Stretch, stretch, with_query

pytestmark = pytest.mark.django_db

NAMES = ["آب", "باد", "پل", "پل", "چاه", "ژرف", "گاز"]


@pytest.fixture
def rows() -> list[Agency]:
    """Two of one name, in the order of the alphabet."""
    return [agency(name, parent=agency(f"ی {n}")) for n, name in enumerate(NAMES)]


def shown(query: str = "", size: int = 3) -> Stretch[Agency]:
    wanted = Agency.objects.filter(parent__isnull=False)
    return stretch(wanted, QueryDict(query), field="sort_key", size=size)


def test_the_whole_way_on_and_back(rows: list[Agency]) -> None:
    query, seen = "", []
    while True:
        here = shown(query)
        seen += here.items
        if here.next_url is None:
            break
        query = here.next_url.removeprefix("?")
    assert seen == rows
    back = shown(here.previous_url.removeprefix("?"))
    assert back.items == rows[3:6]
    assert shown(back.previous_url.removeprefix("?")).previous_url is None


def test_the_ends(rows: list[Agency]) -> None:
    assert (shown(size=7).previous_url, shown(size=7).next_url) == (None, None)
    beyond = shown(f"after={rows[-1].pk}")
    assert (beyond.items, beyond.next_url, beyond.first_url) == ([], None, "?")


def test_what_comes_before_a_position_shifts_nothing(rows: list[Agency]) -> None:
    address = shown().next_url.removeprefix("?")
    then = shown(address).items
    agency("آباد", parent=rows[0])
    assert shown(address).items == then


def test_what_else_was_asked_stays(rows: list[Agency]) -> None:
    here = shown("kind=bank&q=&after=" + str(rows[1].pk))
    assert here.next_url == f"?kind=bank&after={rows[4].pk}"
    assert here.first_url == "?kind=bank"
    assert with_query(QueryDict("kind=bank&before=3"), {"kind": None}) == "?"


@pytest.mark.parametrize("text", ["x", "-1", "", "0", "9" * 30, "1.5"])
@pytest.mark.parametrize("name", ["after", "before"])
def test_a_position_that_is_none(rows: list[Agency], name: str, text: str) -> None:
    with pytest.raises(Http404):
        shown(f"{name}={text}")


def test_persian_digits(rows: list[Agency]) -> None:
    persian = str(rows[0].pk).translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    assert shown(f"after={persian}").items == rows[1:4]
