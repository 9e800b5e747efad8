import pytest
from django.contrib.auth.models import User
from django.test import Client
from wagtail.users.models import UserProfile

from tests.comments.making import moderator, open_page, posted, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import redact
from wagtail_prcouncil.comments.models import CannedReply, ReaderComment
from wagtail_prcouncil.comments.states import ReportReason, Right

PLAIN = (Right.MODERATE,)


def shown(client: Client, comment: ReaderComment) -> str:
    answer = client.get(f"/admin/comments/{comment.pk}/")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def boss(site: SmallSite) -> User:
    return moderator(site.index)


def test_all_that_is_known_is_told(site: SmallSite, client: Client, boss: User) -> None:
    page = open_page(site, title="سد نمونه", lead="چکیدهٔ سد")
    comment = published(page, "آب روستا", email="a@example.org")
    posted(page, "پاسخ به آب", parent=comment)
    posted(page, "آب روستا")
    comment.reader_reports.create(reporter="x", reason=ReportReason.INSULT, words="توهین است")
    CannedReply.objects.create(title="سپاس", text="از شما سپاسگزاریم")
    client.force_login(boss)
    html = shown(client, comment)
    told = ("سد نمونه", "چکیدهٔ سد", "a@example.org", "پاسخ به آب", "توهین است", "سپاسگزاریم")
    assert [words for words in told if words not in html] == []


def test_originals_and_addresses_are_for_those_with_the_right(
    site: SmallSite, client: Client, boss: User
) -> None:
    comment = posted(open_page(site), "شمارهٔ من ۰۹۱۲", name="رضا ۰۹۱۲", email="a@example.org")
    told = {"public_text": "شمارهٔ من [حذف شده]", "public_name": "رضا"}
    redact(comment.pk, **told, expected_version=1, by=boss)
    client.force_login(boss)
    assert "رضا ۰۹۱۲" in shown(client, comment)
    client.force_login(moderator(site.index, rights=PLAIN))
    html = shown(client, comment)
    assert "[حذف شده]" in html
    assert "۰۹۱۲" not in html
    assert "a@example.org" not in html
    found = client.get("/admin/comments/?status=all&q=۰۹۱۲")
    assert found.context["rows"] == []


@pytest.mark.parametrize(("language", "title"), [("fa", "خواننده"), ("en", "Comment by خواننده")])
def test_the_screen_speaks_the_moderators_language(
    site: SmallSite, client: Client, boss: User, language: str, title: str
) -> None:
    UserProfile.objects.create(user=boss, preferred_language=language)
    comment = published(open_page(site), "نظر", name="خواننده")
    client.force_login(boss)
    html = shown(client, comment)
    assert title in html
    assert ("آذر" in html or "۱۴۰" in html) == (language == "fa")


@pytest.mark.parametrize(
    ("is_published", "offered", "missing"),
    [
        (False, {"approve", "reject", "redact", "erase", "answer", "ban"}, {"take_down", "reopen"}),
        (True, {"take_down", "reopen", "redact", "answer", "publish_at_once"}, {"approve"}),
    ],
)
def test_what_can_be_done_is_offered(
    site: SmallSite, client: Client, boss: User, is_published: bool, offered: set, missing: set
) -> None:
    page = open_page(site)
    comment = published(page) if is_published else posted(page)
    client.force_login(boss)
    can = client.get(f"/admin/comments/{comment.pk}/").context["can"]
    assert {name for name in offered | missing if can[name]} == offered
    client.force_login(moderator(site.index, rights=PLAIN))
    can = client.get(f"/admin/comments/{comment.pk}/").context["can"]
    assert not can["erase"]
    assert not can["reopen"]
    assert not can["answer"]


NASTY = '<script>alert(1)</script>"><img src=x onerror=alert(1)>{{7*7}}'


def test_markup_of_readers_is_text(site: SmallSite, client: Client, boss: User) -> None:
    page = open_page(site)
    comment = published(page, NASTY, name="<b>علی</b>")
    comment.reader_reports.create(reporter="x", reason=ReportReason.INSULT, words=NASTY)
    client.force_login(boss)
    for url in ("/admin/comments/?status=all", f"/admin/comments/{comment.pk}/"):
        html = client.get(url).content.decode()
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert "<b>علی" not in html


@pytest.mark.parametrize("key", ["0", "999999999999999999", "9" * 30, "-1", "x"])
def test_there_is_no_such_comment(client: Client, boss: User, key: str) -> None:
    client.force_login(boss)
    assert client.get(f"/admin/comments/{key}/").status_code == 404
