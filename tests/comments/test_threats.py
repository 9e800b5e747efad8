"""Threats that are met by what is not done, so that no single module answers for them."""

import re
import socket
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from tests.comments.importing.making import wordpress, wordpress_comment
from tests.comments.importing.test_running import imported
from tests.comments.making import moderator, open_page, posted, published
from tests.comments.reading import surfaces
from tests.comments.writing import send
from tests.docs.reading import ROOT, table
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import Because, decide
from wagtail_prcouncil.comments.actions.answering import draft_answer, publish_answer
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.states import Reason, Status, Verb

EMAIL = "reader@example.ir"
LINKS = "http://127.0.0.1:1/a.png <img src='http://127.0.0.1:1/b.png'> https://example.ir/"


def test_nobody_is_trusted_by_name_and_address(site: SmallSite) -> None:
    """T6: neither who was published before, nor who writes a moderator's address."""
    page = open_page(site)
    published(page, name="کاربر آشنا", email=EMAIL)
    User.objects.create_superuser("admin", email="admin@example.ir", password="secret")
    for name, email in (("کاربر آشنا", EMAIL), ("admin", "admin@example.ir")):
        send(page, name=name, email=email, text=f"نوشتهٔ تازه از {email}")
        assert ReaderComment.objects.latest("pk").status == Status.PENDING


def test_nothing_is_fetched(
    site: SmallSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """T8: whatever addresses a comment holds, from its form to its mail, and in an import."""
    page = open_page(site)
    user = moderator(page)
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: object) -> None:
        # The database of the run may be on a socket; nothing a comment names is.
        if isinstance(address, tuple) and address[1] not in (1, 80, 443, 25):
            connect(self, address)  # type: ignore[arg-type]
            return
        raise AssertionError(f"connects to {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *given: pytest.fail(f"looks up {given}"))
    send(page, name="شهروند", email=EMAIL, text=LINKS, wants_mail="on")
    comment = ReaderComment.objects.get()
    decide(comment.pk, Verb.APPROVE, expected_version=1, by=user)
    draft_answer(comment.pk, "روابط عمومی", LINKS, expected_version=0, by=user)
    publish_answer(comment.pk, expected_version=1, by=user)
    shown = surfaces(page, comment)
    assert "127.0.0.1:1" in shown["thread"]
    imported(wordpress(tmp_path, page.url, wordpress_comment(7, comment_content=LINKS)))


def test_no_surface_brings_a_picture_of_somebody_elses(site: SmallSite) -> None:
    """T9: no avatar by the hash of a mail address, no image, no link that is made of text."""
    page = open_page(site)
    comment = published(page, LINKS, email=EMAIL)
    for name, html in surfaces(page, comment).items():
        thread = html.partition('id="comments"')[2] if name == "article" else html
        assert "gravatar" not in html, name
        assert 'href="http://127.0.0.1:1' not in thread, name
        assert "<img src='http://127.0.0.1" not in html, name


def test_a_rejected_comment_is_on_no_surface(site: SmallSite) -> None:
    """T7: nor one that is taken down after it was published."""
    page = open_page(site)
    comment = published(page, "واژهٔ یگانه‌ای که همه دیدند")
    assert any("یگانه" in html for html in surfaces(page, comment).values())
    decide(
        comment.pk,
        Verb.TAKE_DOWN,
        expected_version=comment.version,
        by=moderator(page),
        because=Because(Reason.LIBEL),
    )
    assert not any("یگانه" in html for html in surfaces(page, comment).values())
    posted(page, "نوشتهٔ نادیدهٔ دوم")
    assert not any("نادیده" in html for html in surfaces(page).values())


@pytest.mark.once
def test_every_threat_has_a_test_that_names_it() -> None:
    """As the page on security says; T25 is its last."""
    rows = table(ROOT / "SECURITY.md", "id")
    assert [row[0] for row in rows] == [f"T{number}" for number in range(1, 26)]
    missing = [
        f"{row[0]}: {name}"
        for row in rows
        for name in re.findall("`([^`]+)`", row[-1])
        if not re.search(rf"(?i)\b{row[0]}\b|test_{row[0]}_", (ROOT / "tests" / name).read_text())
    ]
    assert missing == []
