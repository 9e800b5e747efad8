"""What nobody types and somebody sends: at name, address and text, over HTTP. Nothing answers 500,
no markup is alive, whatever is refused comes back."""

import pytest
from django.test import Client
from wagtail.models import Page

from tests.comments.making import open_page
from tests.comments.writing import browser_like, send
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import decide
from wagtail_prcouncil.comments.models import LONGEST_NAME, LONGEST_TEXT, ReaderComment
from wagtail_prcouncil.comments.states import Status, Verb

MARKUP = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</textarea><svg/onload=alert(1)>",
    "{{7*7}}{% load %}${7*7}",
    "javascript:alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<math><mtext><style></math><img src onerror=1>",
]
LIVE = ("<script>alert", "<img src", "<svg/onload", "<math", "' onmouseover", "</textarea><svg")
LINES = [
    "Ali\nBcc: v@x.com",
    "Ali\r\nSubject: x",
    "Ali\u2028x",
    "Ali\u0085x",
    "Ali\x00x",
    "\x1b[31m",
]
EMPTY = ["\u200c\u200c", "\u3164", "\u2800", "\xad", "\xa0\xa0", "\ufeff", "ــــ", "..."]
ODD = ["\ufffe", "\U000e0041", "\U0010ffff", "ا" + "\u0651" * 500, "﷽" * 40, "\u2066" * 200]
ADDRESSES = [
    "a@b.com,c@d.com",
    '"a b"@x.com',
    "a" * 255 + "@x.ir",
    "a@[127.0.0.1]",
    "a@localhost",
    "a@b.ir\nBcc: c@d.ir",
    "a@b..ir",
]


LONG = ["😀" * 3000, "👨\u200d👩\u200d👧" * 100, "ب" * 3000, "ب\r\n" * 1499, "\n" * 1000 + "ب"]
TOO_LONG = ["ۀ" * 1600, "ب" * (LONGEST_TEXT + 1)]
KINDS = {"markup": MARKUP, "lines": LINES, "empty": EMPTY, "odd": ODD}


@pytest.fixture
def page(site: SmallSite) -> Page:
    return open_page(site)


def _live_in(html: str) -> list[str]:
    return [live for live in LIVE if live in html]


@pytest.mark.parametrize("kind", KINDS)
def test_t5_t16_names(page: Page, kind: str) -> None:
    """One line, of letters, that turns nothing round; or the form again."""
    short = ["ن", "ن" * 50, "ن" * 51, "😀", "۱۲"]
    for name in KINDS[kind] + (short if kind == "odd" else []):
        response = send(page, name=name)
        assert response.status_code in (303, 400), name
        assert not _live_in(response.content.decode()), name
    for stored in ReaderComment.objects.values_list("name", flat=True):
        assert len(stored.splitlines()) == 1
        assert len(stored) <= LONGEST_NAME
        assert not set(stored) & set("\u202e\u2066\u2067\u2068\u200e\u200f\x00\x1b")
        assert any(sign.isalpha() for sign in stored)
    assert ReaderComment.objects.exists() == (kind != "empty")


@pytest.mark.parametrize("kind", [*KINDS, "long", "too long"])
def test_t1_t17_texts(page: Page, kind: str) -> None:
    """Stored, approved and quoted above the form of a reply, no markup is alive."""
    for text in (KINDS | {"long": LONG, "too long": TOO_LONG})[kind]:
        response = send(page, text=text)
        assert response.status_code in (303, 400), text[:20]
        assert not _live_in(response.content.decode()), text
    for comment in ReaderComment.objects.all():
        assert len(comment.text) <= LONGEST_TEXT
        assert comment.status == Status.PENDING
        decide(comment.pk, Verb.APPROVE, expected_version=1, by=None)
        form = Client().get(f"/comments/post/{page.pk}/?to={comment.public_id}")
        assert not _live_in(form.content.decode())
    assert ReaderComment.objects.exists() == (kind not in ("empty", "too long"))


def test_addresses_that_no_mail_goes_to(page: Page) -> None:
    for email in [*ADDRESSES, *MARKUP[:4], *LINES[:3]]:
        response = send(page, browser_like(), email=email)
        html = response.content.decode()
        assert response.status_code == 400, email
        assert 'href="#prc-comment-email"' in html
        assert not _live_in(html)
    assert not ReaderComment.objects.exists()


def test_addresses_that_are_taken(page: Page) -> None:
    taken = {
        "  Reader@Example.IR ": "Reader@example.ir",
        "a@аpple.com": "a@xn--pple-43d.com",
        "a@مثال.ایران": "a@xn--mgbh0fb.xn--mgba3a4f16a",
    }
    for typed in taken:
        assert send(page, email=typed).status_code == 303
    stored = ReaderComment.objects.order_by("pk").values_list("email", flat=True)
    assert list(stored) == list(taken.values())
