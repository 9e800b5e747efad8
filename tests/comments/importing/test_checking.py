import datetime as dt
from dataclasses import replace

import pytest
from django.utils import timezone

from tests.comments.making import open_page
from tests.making import SmallSite
from wagtail_prcouncil.comments.importing.checking import (
    BadCommentError,
    Checker,
    OutlivedError,
    nonce_of,
)
from wagtail_prcouncil.comments.importing.items import SourceComment
from wagtail_prcouncil.comments.senders import email_hash
from wagtail_prcouncil.comments.states import Status


@pytest.fixture
def one(site: SmallSite) -> SourceComment:
    page = open_page(site)
    return SourceComment(
        2, "7", str(page.pk), "شهروند", "آب نیست", "۱۴۰۱/۵/۲۳ ۱۲:۱۳", "reader@example.ir", "1"
    )


def test_what_becomes_of_it(one: SourceComment) -> None:
    made = Checker("old", is_dry=False).check(one, [])
    assert made.posted_at == dt.datetime(2022, 8, 14, 7, 43, tzinfo=dt.UTC)
    assert (made.status, made.nonce) == (Status.APPROVED, "import:old:7")
    assert made.address_hash == ""
    # Of an old comment the address is not taken over, but its author finds it.
    assert (made.email, made.email_hash) == ("", email_hash("reader@example.ir"))
    today = replace(one, date=timezone.now().isoformat(timespec="seconds"))
    assert Checker("old", is_dry=False).check(today, []).email == "reader@example.ir"


@pytest.mark.parametrize(
    ("word", "status"),
    [("تایید شده", "approved"), ("منتشرشده", "approved"), ("0", "pending"), ("", "pending")],
)
def test_statuses(one: SourceComment, word: str, status: str) -> None:
    today = replace(one, status=word, date=timezone.now().isoformat(timespec="seconds"))
    assert Checker("old", is_dry=True).check(today, []).status == status


@pytest.mark.parametrize(
    "change",
    [
        {"source_id": ""},
        {"page": "/nowhere/"},
        {"text": "\u200c\u200c"},
        {"text": "a" * 3001},
        {"text": "\x00"},
        {"date": "۱۴۰۵/۱۳/۴۰"},
        {"date": "2099-01-01"},
        {"status": "unknown"},
    ],
)
def test_what_cannot_be_taken(one: SourceComment, change: dict[str, str]) -> None:
    with pytest.raises(BadCommentError) as error:
        Checker("old", is_dry=True).check(replace(one, **change), [])
    assert str(error.value)


@pytest.mark.parametrize("status", ["spam", "pending"])
def test_what_would_be_erased_the_same_night_stays_away(one: SourceComment, status: str) -> None:
    with pytest.raises(OutlivedError):
        Checker("old", is_dry=True).check(replace(one, status=status), [])


def test_what_is_told_and_taken_all_the_same(one: SourceComment) -> None:
    """T5: a name is one line, whatever a source says."""
    remarks: list[str] = []
    odd = replace(one, name="علی\r\nBcc: " + "x" * 60, email="a@b,c@d")
    made = Checker("old", is_dry=True).check(odd, remarks)
    assert "\n" not in made.name
    assert len(made.name) <= 50
    assert len(remarks) == 2
    assert Checker("old", is_dry=True).check(replace(one, name=""), []).name


def test_a_long_number_is_known_again() -> None:
    long = "x" * 200
    assert nonce_of("old", long) == nonce_of("old", long)
    assert len(nonce_of("old", long)) <= 64
    assert nonce_of("old", long) != nonce_of("older", long)
