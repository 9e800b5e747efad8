"""Whatever is asked of a charter's addresses: an answer, never an error of the server."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from tests.charters.making import adopted, charter, draft, in_english, rewritten, signed
from tests.councils.making import council
from tests.making import small_site
from wagtail_prcouncil.charters.models import Charter, CharterPage

ODD = [
    *("0", "-1", "1.5", "٢", "۲", "99999999999999999999999", "x", "'", "%00", "..", "<b>", "None"),
    *(
        "2026-13-45",
        "0001-01-01",
        "9999-12-31",
        "20260101",
        "2026-W01-1",
        "۱۴۰۵-۰۱-۰۱",
        "1405/01/01",
    ),
]
BELOW = [
    *("versions/{}/", "versions/{}/print/", "versions/{}/print/pdf/", "on/{}/"),
    *("compare/{}/1/", "compare/1/{}/", "compare/{}/{}/", "signatures/{}/"),
    *("versions/{}/signatures/", "versions/{}/signatures/1/", "versions/1/signatures/{}/"),
    *("versions/{}/signatures/{}/print/", "versions/1/signatures/{}/print/pdf/"),
    *("{}/", "{}.json", "print/{}/", "reviews/{}/"),
]
NAMES = "page year agency province method q day kind before after standing".split()
IN_A_QUESTION = ["", "-1", "۲", "9" * 23, "%00", "2026-13-45", "ا" * 3000]
ASKED = ["", "on/", "compare/", "signatures/", "versions/1/signatures/", "reviews/"]

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def one(kept_rows: None) -> Charter:
    """With two versions and two signatures, in both languages."""
    site = small_site()
    made = charter(council(site))
    in_english(made, site)
    first = adopted(made, days=-30)
    signed(first)
    draft(made)
    rewritten(made, "سخنی دیگر")
    signed(adopted(made, days=-3))
    return made


def pages(one: Charter) -> Iterator[CharterPage]:
    yield from CharterPage.objects.filter(translation_key=one.key)


def check(url: str) -> None:
    response = Client(raise_request_exception=False).get(url)
    assert response.status_code < 500, url
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize("path", BELOW)
def test_odd_words_in_an_address(one: Charter, path: str) -> None:
    for page in pages(one):
        for word in ODD:
            check(page.url + path.format(*[quote(word, safe="%/.")] * 2))


@pytest.mark.parametrize("path", [*ASKED, "../"])
def test_odd_words_in_a_question(one: Charter, path: str) -> None:
    asked = one.page.get_parent().url if path == "../" else one.page.url + path
    for word in IN_A_QUESTION:
        said = quote(word, safe="%")
        check(f"{asked}?{'&'.join(f'{name}={said}' for name in NAMES)}")
    for name in NAMES:
        check(f"{asked}?{name}=x&{name}=1")


def test_versions_that_are_not_there(one: Charter) -> None:
    draft(one)
    for path in ("versions/3/", "compare/1/3/", "versions/3/signatures/", "versions/3/print/"):
        assert Client().get(one.page.url + path).status_code == 404, path


def test_a_charter_of_which_nothing_was_adopted(one: Charter) -> None:
    page = charter(one.council).page
    assert Client().get(page.url).status_code == 200
    for path in ("versions/1/", "compare/1/1/", "compare/", "versions/1/signatures/1/"):
        assert Client().get(page.url + path).status_code == 404, path
    for path in (*ASKED, "charter.json", "print/charter/", "signatures/1/"):
        check(page.url + path)


@pytest.mark.parametrize("word", ["x", "1:x", "W1sxLDJd:abc:def", "%00", "ا" * 300, ":" * 50])
def test_links_that_nobody_has_sent(word: str, one: Charter) -> None:
    url = reverse("prcouncil_charter_signing:sign", args=["TOKEN"]).replace(
        "TOKEN", quote(word, safe="%")
    )
    for ask in (Client().get, Client().post):
        assert 400 <= ask(url).status_code < 500
