"""The files and forms of a reader's own comments; their addresses are in views/test_own_data.py."""

import json

from tests.comments.making import moderator, open_page, posted, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions.answering import draft_answer
from wagtail_prcouncil.comments.own_data.exporting import TABLE, as_json, comments_of
from wagtail_prcouncil.comments.own_data.forms import ErasureForm, OwnDataForm
from wagtail_prcouncil.comments.rules import Sender
from wagtail_prcouncil.comments.senders import email_hash
from wagtail_prcouncil.comments.states import Hold

EMAIL = "reader@example.ir"
MINE = {"email": EMAIL, "sender": Sender(email_hash=email_hash(EMAIL), seconds=60)}


def test_all_that_is_kept_of_a_reader(
    site: SmallSite, django_assert_max_num_queries: object
) -> None:
    page = open_page(site)
    comment = published(page, "متن من", **MINE)
    posted(page, "متن دیگری")
    draft_answer(comment.pk, "روابط عمومی", "پیش‌نویس", expected_version=0, by=moderator(page))
    with django_assert_max_num_queries(3):  # type: ignore[operator]
        (found,) = as_json(comments_of(email_hash(EMAIL)))
    assert (found["text"], found["email"], found["status"]) == ("متن من", EMAIL, "approved")
    assert [one["verb"] for one in found["decisions"]] == ["approve"]
    assert found["official_reply"] is None  # a draft is nobody's to read
    assert "دیگری" not in json.dumps(found, ensure_ascii=False)


def test_who_is_banned_is_told_nothing(site: SmallSite) -> None:
    """T14"""
    comment = posted(open_page(site), "متن من", **MINE)
    for code, field in ((Hold.BANNED, "sender"), (Hold.DECOY, "sender"), (Hold.WORD, "text")):
        comment.hits.create(code=code, field=field)
    (found,) = as_json(comments_of(email_hash(EMAIL)))
    assert found["rules"] == [Hold.WORD]


def test_nobodys_address_finds_nothing(site: SmallSite) -> None:
    """Comments without an address have an empty hash in common."""
    posted(open_page(site))
    assert not comments_of("").exists()


def test_no_cell_is_a_formula(site: SmallSite) -> None:
    """T2"""
    posted(open_page(site), '=HYPERLINK("http://x")', **MINE)
    from wagtail_prcouncil.exchange.writing import csv_chunks

    written = b"".join(csv_chunks(TABLE, comments_of(email_hash(EMAIL)))).decode()
    assert "'=HYPERLINK" in written


def test_an_address_is_asked_for() -> None:
    assert OwnDataForm({"email": " Reader@Example.ir\u200f"}).is_valid()
    for wrong in ("", "a@b.com,c@d.com", "a@localhost", "x" * 300):
        assert not OwnDataForm({"email": wrong}).is_valid()


def test_an_erasure_is_meant() -> None:
    choices = ["a", "b"]
    assert not ErasureForm({"which": "all"}, choices=choices).is_valid()
    assert not ErasureForm({"which": "chosen", "sure": "on"}, choices=choices).is_valid()
    theirs = {"which": "chosen", "sure": "on", "comment": ["c"]}
    assert not ErasureForm(theirs, choices=choices).is_valid()
    assert ErasureForm(theirs | {"comment": ["a"]}, choices=choices).is_valid()
    assert ErasureForm({"which": "none"}, choices=choices).is_valid()
