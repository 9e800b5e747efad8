"""The form of a comment over HTTP."""

import datetime as dt
import re
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from tests.comments.making import open_page, posted, published
from tests.comments.writing import (
    FILLED,
    KIND,
    browser_like,
    form_address,
    hidden_fields,
    send,
    written_token,
)
from tests.making import SmallSite, chosen, draft_news, live_news
from wagtail_prcouncil.comments.forms import DECOY
from wagtail_prcouncil.comments.models import Ban, CommentPolicy, ReaderComment
from wagtail_prcouncil.comments.senders import email_hash
from wagtail_prcouncil.comments.states import Mode, Status
from wagtail_prcouncil.comments.views.asking import MOST_BYTES

TYPED = 'آب <b>"روستا"</b>'


def _stored() -> list[str]:
    return list(ReaderComment.objects.values_list("text", flat=True))


def test_a_reader_writes(site: SmallSite) -> None:
    page, client = open_page(site), browser_like()
    response = send(page, client, email="reader@example.ir", wants_mail="on")
    assert response.status_code == 303, response.content.decode()
    comment = ReaderComment.objects.get()
    assert (comment.status, comment.name, comment.text) == (Status.PENDING, *FILLED.values())
    assert (comment.email, comment.wants_mail) == ("reader@example.ir", True)
    assert len(comment.address_hash) == len(comment.email_hash) == 64
    assert "no-store" in response["Cache-Control"]
    thanks = client.get(response["Location"])
    assert 'role="status"' in thanks.content.decode()
    assert FILLED["text"] not in thanks.content.decode()
    assert FILLED["text"] not in Client().get(page.url).content.decode()


def test_the_form_says_before_the_button_what_holds(site: SmallSite) -> None:
    shown = Client().get(form_address(open_page(site)))
    html = shown.content.decode()
    assert '<html lang="fa" dir="rtl"' in html
    assert 0 < html.index("prc-policy") < html.index('type="submit"', html.index("prc-policy"))
    assert html.count('dir="ltr"') >= 1
    assert "no-store" in shown["Cache-Control"]
    english = live_news(site, english_of=live_news(site), title="Water")
    CommentPolicy.objects.create(page=site.index_en, mode=Mode.OPEN)
    assert (
        "Comments are shown after approval" in Client().get(form_address(english)).content.decode()
    )


def test_a_script_gets_the_form_alone(site: SmallSite) -> None:
    part = Client().get(form_address(open_page(site)), headers={"X-Requested-With": "fetch"})
    assert part.content.decode().lstrip().startswith("<form")


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", ""),
        ("email", "a@b"),
        ("text", " \u200c "),
        ("text", "ب" * 3001),
        ("wants_mail", "on"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_lost(site: SmallSite, field: str, typed: str) -> None:
    """A summary that leads to the field, the field itself marked, all else as it was typed."""
    filled = {"name": "شهروند «یک»", "email": "", "text": TYPED} | {field: typed}
    response = send(open_page(site), **filled)
    html = response.content.decode()
    assert response.status_code == 400
    wrong = "email" if field == "wants_mail" else field
    assert f'href="#prc-comment-{wrong}"' in html
    assert f'aria-describedby="prc-comment-{wrong}' in html
    assert 'aria-invalid="true"' in html
    assert "شهروند «یک»" in html or field == "name"
    assert "آب &lt;b&gt;&quot;روستا&quot;&lt;/b&gt;" in html or field == "text"
    assert typed.strip() in html
    assert _stored() == []


def test_t14_all_senders_are_answered_alike(site: SmallSite) -> None:
    """Held, banned, a duplicate, spam: no answer tells which."""
    page = open_page(site)
    until = timezone.now() + dt.timedelta(days=1)
    Ban.objects.create(kind="email", value=email_hash("banned@example.ir"), until=until)
    answers = []
    for fields in (
        {},
        {"email": "banned@example.ir"},
        {"text": FILLED["text"]},
        {DECOY: "x"},
        {"text": "http://a.ir http://b.ir http://c.ir خرید"},
    ):
        client = browser_like()
        response = send(page, client, **fields)
        page_after = client.get(response["Location"]).content
        answers.append((response.status_code, response["Location"], response.content, page_after))
    assert len(set(answers)) == 1
    assert len(_stored()) == 5


def test_t12_more_than_the_hard_limit_is_refused_with_the_text(site: SmallSite) -> None:
    page = open_page(site)
    with chosen(COMMENTS_HARD_LIMIT=2):
        codes = [send(page, text=f"دیدگاه شمارهٔ {n} دربارهٔ آب").status_code for n in range(2)]
        refused = send(page, text=TYPED)
    assert (codes, refused.status_code) == ([303, 303], 429)
    assert "آب &lt;b&gt;" in refused.content.decode()
    assert len(_stored()) == 2


def test_t24_replies_go_to_published_comments_of_this_page(site: SmallSite) -> None:
    page = open_page(site)
    root = published(page, name="مادر")
    opened = Client().get(f"{form_address(page)}?to={root.public_id}").content.decode()
    assert "مادر" in opened
    assert send(page, to=root.public_id).status_code == 303
    assert ReaderComment.objects.get(text=FILLED["text"]).parent == root


@pytest.mark.parametrize("asked_by", ["fetch", ""])
def test_whose_name_was_left_out_is_replied_to_as_a_reader(site: SmallSite, asked_by: str) -> None:
    page = open_page(site)
    address = f"{form_address(page)}?to={published(page, name='').public_id}"
    html = Client().get(address, headers={"X-Requested-With": asked_by}).content.decode()
    assert re.search(r"در پاسخ به <bdi[^>]*>یک خواننده", html)


def test_t24_no_answer_tells_why_a_comment_takes_no_reply(site: SmallSite) -> None:
    page = open_page(site)
    root = published(page)
    hidden, elsewhere = posted(page), published(live_news(site))
    reply = published(page, parent=root)
    odd = ["x", "' OR 1=1", "0" * 32, hidden.public_id, elsewhere.public_id, reply.public_id]
    stored, shown = len(_stored()), set()
    for to in odd:
        client = browser_like()
        assert client.get(form_address(page), {"to": str(to)}).status_code == 404
        response = send(page, client, to=to, text=TYPED)
        html = response.content.decode()
        assert response.status_code == 404
        assert "آب &lt;b&gt;" in html
        for value in hidden_fields(html).values():
            html = html.replace(value, "")
        shown.add(html)
    assert len(shown) == 1, "the same page for all"
    assert len(_stored()) == stored


def test_comments_that_close_while_somebody_writes(site: SmallSite) -> None:
    page, client = open_page(site), browser_like()
    hidden = hidden_fields(client.get(form_address(page)).content.decode())
    CommentPolicy.objects.update(mode=Mode.CLOSED)
    response = client.post(form_address(page), hidden | FILLED)
    assert response.status_code == 409
    assert FILLED["text"] in response.content.decode()
    closed = client.get(form_address(page))
    assert closed.status_code == 403
    assert "csrfmiddlewaretoken" not in closed.content.decode()
    CommentPolicy.objects.update(mode=Mode.HIDDEN)
    assert client.get(form_address(page)).status_code == 404
    assert client.post(form_address(page), hidden | FILLED).status_code == 409
    assert _stored() == []


def test_a_page_that_opens_later_says_when(site: SmallSite) -> None:
    page = open_page(site)
    CommentPolicy.objects.update(opens_at=timezone.now() + dt.timedelta(days=2))
    response = Client().get(form_address(page))
    assert response.status_code == 403
    assert "<time" in response.content.decode()


def test_t7_a_page_that_readers_may_not_see_has_no_form(site: SmallSite) -> None:
    """T7: a private one answers as if there were no such page."""
    private = open_page(site)
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    for page in (draft_news(site), private, site.section):
        _has_no_form(page)
    for odd in ("0", "9" * 18, "9" * 19, "x", "-1", "%00", "۱"):
        assert Client().get(f"/comments/post/{odd}/").status_code == 404
    assert _stored() == []


@pytest.mark.with_news
def test_t7_an_embargoed_page_has_no_form(site: SmallSite) -> None:
    page = open_page(site)
    later = timezone.now() + dt.timedelta(hours=1)
    type(page).objects.filter(pk=page.pk).update(embargoed_until=later)
    _has_no_form(page)
    assert _stored() == []


def _has_no_form(page: Page) -> None:
    assert Client().get(form_address(page)).status_code == 404
    body = {"token": str(written_token(page)), **FILLED}
    assert Client().post(form_address(page), body).status_code == 404


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"x" * (MOST_BYTES + 1), KIND, 413),
        (b"x" * 10_000_000, KIND, 413),
        (b"x" * 10_000_000, "multipart/form-data; boundary=b", 413),
        (b'{"text": "\\ud800"}', "application/json", 415),
        (b"text=a", "text/plain", 415),
        (b"text=a", "", 415),
        (b"text=+2AA-", f"{KIND}; charset=utf-7", 415),
        (b"text=\\ud800", "multipart/form-data; boundary=b; charset=unicode_escape", 415),
        (b"text=%ed%a0%80&name=%c0%ae", KIND, 400),
        (b"text=\xff\xfe&name=\x00", KIND, 400),
        (b"&".join(b"f%d=x" % n for n in range(5000)), KIND, 400),
        (b"text[]=a&name[]=b", KIND, 400),
        (b"--b\r\nbroken", "multipart/form-data; boundary=b", 400),
        (
            b'--b\r\nContent-Disposition: form-data; name="text"; filename="a.txt"\r\n'
            b"\r\nx\r\n--b--\r\n",
            "multipart/form-data; boundary=b",
            400,
        ),
    ],
)
def test_t20_what_no_form_of_ours_sends_is_refused(
    site: SmallSite, body: bytes, kind: str, status: int
) -> None:
    address = form_address(open_page(site))
    assert Client().post(address, body, content_type=kind).status_code == status
    assert _stored() == []


def test_a_body_of_no_told_length_is_not_read(site: SmallSite) -> None:
    page = open_page(site)
    body = urlencode({"token": written_token(page), **FILLED}).encode()
    sent = Client().post(form_address(page), body, content_type=KIND, CONTENT_LENGTH="")
    assert sent.status_code == 400
    assert Client().post(
        form_address(page), body, content_type=KIND, CONTENT_LENGTH="-1"
    ).status_code in (400, 413)


def test_of_a_field_that_comes_twice_the_last_counts(site: SmallSite) -> None:
    page = open_page(site)
    token = str(written_token(page))
    body = urlencode([("text", "نخست"), ("text", "دوم بار"), ("name", "الف ب"), ("token", token)])
    assert Client().post(form_address(page), body, content_type=KIND).status_code == 303
    assert _stored() == ["دوم بار"]


def test_sending_asks_the_database_little(site: SmallSite) -> None:
    page, client = open_page(site), browser_like()
    root = published(page)
    send(page, client)
    hidden = hidden_fields(client.get(form_address(page)).content.decode())
    body = hidden | FILLED | {"text": "یک دیدگاه دیگر", "token": str(written_token(page))}
    with CaptureQueriesContext(connection) as asked:
        response = client.post(f"{form_address(page)}?to={root.public_id}", body)
    assert response.status_code == 303
    assert len(asked) <= 20, [query["sql"][:120] for query in asked]


def test_an_alias_shows_the_form_of_what_it_mirrors(site: SmallSite) -> None:
    page = open_page(site)
    alias = page.create_alias(parent=site.index, update_slug="mirror")
    client = browser_like()
    hidden = hidden_fields(client.get(form_address(alias)).content.decode())
    body = hidden | FILLED
    response = client.post(form_address(alias), body)
    assert response["Location"].startswith(form_address(page))
    assert ReaderComment.objects.get().thread.page_id == page.pk
