import datetime as dt
import tomllib

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from home.demo.comment_histories import DONE, Said, say
from home.demo.reading import FOLDER

from tests.comments.making import moderator, open_page
from tests.making import SmallSite, small_site
from wagtail_prcouncil.comments.models import Decision, ReaderComment
from wagtail_prcouncil.comments.states import Shown, Status, Verb


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


def test_the_file_knows_what_became_of_each() -> None:
    table = tomllib.loads((FOLDER / "comments.toml").read_text("utf-8"))
    assert {row.get("status", "pending") for row in table["comment"]} == set(DONE)


def test_a_history_is_as_old_as_the_comment(site: SmallSite) -> None:
    page = open_page(site, published_at=timezone.now() - dt.timedelta(days=2))
    say(
        Said(name="خواننده", text="متن", hours=1, decided=5, status="taken_down", reason="hate"),
        page,
    )
    comment = ReaderComment.objects.get()
    assert comment.status == Status.REJECTED
    assert timezone.now() - comment.posted_at > dt.timedelta(days=1, hours=22)
    assert {each.at - comment.posted_at for each in Decision.objects.all()} == {
        dt.timedelta(hours=5)
    }


def test_what_came_is_never_older_than_its_page(site: SmallSite) -> None:
    page = open_page(site)
    say(Said(name="خواننده", text="متن", days=9), page)
    assert ReaderComment.objects.get().posted_at >= page.published_at


def test_moderator_and_administrator_are_those_of_the_demo(site: SmallSite) -> None:
    User.objects.filter(pk=moderator(site.index).pk).update(username="moderator")
    User.objects.create_superuser("administrator")
    answer = {"agency": "روابط عمومی", "text": "سپاس."}
    text, left = "شمارهٔ ما ۱", "شمارهٔ ما [...]"
    said = Said(name="خواننده", text=text, redacted=left, status="redacted", answer=answer)
    say(said, open_page(site))
    comment = ReaderComment.objects.get()
    assert (comment.shown, comment.public_text) == (Shown.TEXT, left)
    assert [each.verb for each in Decision.objects.filter(by__username="moderator")] == [
        Verb.REDACT,
        Verb.APPROVE,
    ]
    assert comment.official_reply.written_by.username == "administrator"
