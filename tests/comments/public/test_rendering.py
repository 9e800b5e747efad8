"""What readers wrote is text, wherever it is shown."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from tests.comments.making import open_page, published
from tests.comments.reading import answered, long_thread, surfaces
from tests.making import NewsPage, SmallSite, live_news
from wagtail_prcouncil import comments
from wagtail_prcouncil.comments.models import CommentPolicy, ReaderComment
from wagtail_prcouncil.comments.public.conversations import conversation_of
from wagtail_prcouncil.comments.public.rendering import thread_slot
from wagtail_prcouncil.comments.states import Mode
from wagtail_prcouncil.persian.text import canonical

MARKUP = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</textarea><svg/onload=alert(1)>",
    "{{7*7}}{% load %}${7*7}",
    "&lt;script&gt;",
    '<a href="java\tscript:x">',
    "<math><mtext><style></math><img src onerror=1>",
    "]]><x>",
    "</script><script>alert(1)</script>",
]
TURNED = ["\u202eرادربهلاک", "\u2066" * 40 + "x", "file\u202egpj.exe"]
PILED = ["ا" + "\u0651" * 500, "﷽" * 200, "😀" * 3000, "و" * 3000, "\n" * 200 + "x"]
OURS = re.compile(r"</?(?:li|ol|article|header|h[345]|bdi|a|time|div|p|br|span|svg|use)\b[^<>]*>")


def _written(site: SmallSite, texts: list[str]) -> tuple[NewsPage, ReaderComment]:
    """Comments with replies and answers that came past all cleaning, as old ones may that are
    imported; the last of them."""
    page = open_page(site, title="آب")
    for root, text in zip(long_thread(page, len(texts)), texts, strict=True):
        reply = published(page, "x", parent=root)
        answered(root, text, agency_name=text[:150])
        both = ReaderComment.objects.filter(pk__in=[root.pk, reply.pk])
        both.update(name=text[:50], text=text, public_text=text)
    return page, ReaderComment.objects.get(pk=root.pk)


def _pages(page: NewsPage, comment: ReaderComment) -> dict[str, str]:
    """What is HTML of the surfaces, from the first comment to what follows the last."""
    shown = surfaces(page, comment)
    del shown["feed"]
    shown = {name: html[: html.rindex("</ol>")] for name, html in shown.items()}
    return {name: html[html.index('<article class="prc-comment') :] for name, html in shown.items()}


def test_t1_markup_is_dead_on_every_surface(site: SmallSite) -> None:
    for name, html in _pages(*_written(site, MARKUP)).items():
        assert not re.search(r"[<>]", OURS.sub("", html)), name
        assert not re.search(r"<[^>]*[\s\"']on\w+=", html), name
        assert "&lt;/script&gt;" in html, name
        assert "49" not in re.findall(r">([^<]*)<", html), name


def test_t1_no_template_of_comments_trusts_what_readers_wrote() -> None:
    """Nor makes links or pictures of it."""
    folder = Path(comments.__file__).parent / "templates"
    files = list(folder.rglob("*.html"))
    assert len(files) > 20
    trusting = re.compile(r"\|\s*(safe|safeseq|striptags|urlize\w*|richtext)\b|autoescape\s+off")
    assert [file.name for file in files if trusting.search(file.read_text())] == []


def test_t1_machines_read_it_as_it_was_written(site: SmallSite) -> None:
    page, comment = _written(site, [*MARKUP, *TURNED])
    shown = surfaces(page, comment)
    feed = ElementTree.fromstring(shown["feed"])  # noqa: S314 - our own answer
    atom = "{http://www.w3.org/2005/Atom}"
    contents = [entry.find(f"{atom}content") for entry in feed.iter(f"{atom}entry")]
    assert all(content.get("type") == "text" and not list(content) for content in contents)
    described = re.findall(r'<script type="application/ld\+json">(.*?)</script>', shown["article"])
    told = [json.loads(one) for one in described]
    comments = next(one["comment"] for one in told if "commentCount" in one)
    texts = [one["text"] for one in comments][::-1]
    assert texts == [canonical(text) for text in (*MARKUP, *TURNED)]
    for text in texts:
        assert any(content.text.startswith(text) for content in contents), text


def test_t16_t17_names_stand_in_a_field_of_their_own(site: SmallSite) -> None:
    """Isolated by markup, so that no sign in a name turns what stands beside it."""
    for name, html in _pages(*_written(site, [*TURNED, *PILED])).items():
        names = re.findall(r'<h[34] class="prc-comment__name"[^>]*>(.*?)</h[34]>', html, re.DOTALL)
        readers = [one for one in names if "#prc-i-seal" not in one]
        assert readers
        assert all(one.startswith('<bdi dir="auto">') for one in readers), name
        assert html.count("__text") == html.count('<div class="prc-comment__text" dir="auto">')


def test_t18_what_makes_a_reply_official_is_no_text(site: SmallSite) -> None:
    """A reader who calls himself so gets no seal."""
    page = open_page(site)
    published(page, name="پاسخ روابط عمومی")
    html = surfaces(page)["thread"]
    assert "prc-comment--official" not in html
    answered(ReaderComment.objects.get(), "پاسخ")
    cache.clear()
    official = surfaces(page)["part"].partition("prc-comment--official")[2]
    assert "#prc-i-seal" in official
    assert "پاسخ روابط عمومی" not in re.findall(r"<bdi[^>]*>(.*?)</bdi>", official)


def test_t9_nothing_comes_from_elsewhere_and_t23_no_text_is_a_link(site: SmallSite) -> None:
    text = "http://bank.ir@evil.com/ www.example.com <img src=https://t.example/x.gif> a@example.ir"
    for name, html in _pages(*_written(site, [text])).items():
        assert re.findall(r'(?:src|href)="(?!/comments/|#prc-i-)[^"]*"', html) == [], name
        assert "<img" not in html, name
        assert "evil.com" in html, name


def test_a_kept_thread_costs_nothing_and_follows_every_change(site: SmallSite) -> None:
    page = open_page(site)
    long_thread(page, 25, replies=3)
    request = RequestFactory().get(page.url, headers={"Host": "localhost"})

    def shown() -> tuple[str, int]:
        conversation = conversation_of(page.pk)
        with CaptureQueriesContext(connection) as asked:
            html = thread_slot(conversation, request)
        return html, len(asked)

    first, cold = shown()
    assert cold <= 4
    second, warm = shown()
    assert (second, warm) == (first, 0)
    published(page, "تازه")
    third, _queries = shown()
    assert "تازه" in third
    CommentPolicy.objects.create(page=page, mode=Mode.CLOSED)
    closed, _queries = shown()
    assert "/comments/post/" not in closed


def test_a_thread_speaks_the_language_of_its_page(site: SmallSite) -> None:
    open_page(site)
    CommentPolicy.objects.create(page=site.index_en, mode=Mode.OPEN)
    english = live_news(site, english_of=live_news(site), title="Water")
    published(english, "Good.")
    page = Client().get(f"/comments/thread/{english.pk}/", headers={"Accept-Language": "fa"})
    assert page["Content-Language"] == "en"
    html = page.content.decode()
    assert '<html lang="en" dir="ltr"' in html
    assert "1 comment\n" in html or "1 comment<" in html
    persian = open_page(site)
    published(persian)
    html = Client().get(f"/comments/thread/{persian.pk}/").content.decode()
    assert '<html lang="fa" dir="rtl"' in html
    assert re.search(r"<time datetime=\"\d{4}-\d\d-\d\dT[^\"]+\">[^<]*[۰-۹]", html)


@pytest.mark.parametrize(
    ("policy", "takes"),
    [({"mode": Mode.OPEN}, True), ({"mode": Mode.CLOSED}, False)],
)
def test_the_way_to_the_form_is_there_while_it_leads_somewhere(
    site: SmallSite, policy: dict[str, object], takes: bool
) -> None:
    page = open_page(site)
    comment = published(page)
    CommentPolicy.objects.create(page=page, **policy)
    for name, html in surfaces(page, comment).items():
        if name != "feed":
            assert (f"/comments/post/{page.pk}/?to={comment.public_id}" in html) is takes, name
