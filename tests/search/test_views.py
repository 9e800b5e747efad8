"""The public search page over HTTP."""

from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import Locale, Page, Site

from tests.search.writing import titles, write
from wagtail_prcouncil.search import finding
from wagtail_prcouncil.search.widening import LONGEST_QUERY

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Page:
    """A home page in Persian that has an English translation, served as `testserver`."""
    (persian,) = write(["خانه"])
    english_locale = Locale.objects.get_or_create(language_code="en")[0]
    (english,) = write(["Home"], locale=english_locale)
    Page.objects.filter(pk=english.pk).update(translation_key=persian.translation_key)
    write(["خبر in English"], parent=english, locale=english_locale)
    Site.objects.all().delete()
    Site.objects.create(hostname="testserver", root_page=persian, is_default_site=True)
    return persian


def url(language: str = "fa") -> str:
    with translation.override(language):
        return reverse("prcouncil_search:results")


def test_results_are_the_pages_that_hold_the_words(home: Page, client: Client) -> None:
    write(["گزارش روابط‌عمومی", "بودجه"], parent=home)
    response = client.get(url(), {"q": "روابطعمومي"})
    context = response.context
    assert response.status_code == 200
    assert "prcouncil_search/results.html" in [template.name for template in response.templates]
    assert context["query"] == "روابطعمومي"
    assert titles(context["results"]) == {"گزارش روابط‌عمومی"}
    assert (context["total"], context["total_is_capped"]) == (1, False)
    assert context["newer_url"] is None
    assert context["older_url"] is None


def test_each_language_finds_its_own(home: Page, client: Client) -> None:
    write(["خبر فارسی"], parent=home)
    assert titles(client.get(url(), {"q": "خبر"}).context["results"]) == {"خبر فارسی"}
    assert titles(client.get(url("en"), {"q": "خبر"}).context["results"]) == {"خبر in English"}


def test_results_are_paged(home: Page, client: Client, settings: pytest.FixtureRequest) -> None:
    settings.WAGTAIL_PRCOUNCIL = {"SEARCH_PAGE_SIZE": 3}
    write([f"خبر {number}" for number in range(7)], parent=home)
    seen, target = [], f"?q={quote('خبر')}"
    while target:
        context = client.get(url() + target).context
        seen += context["results"]
        target = context["older_url"]
    assert len(seen) == len(set(seen)) == 7
    assert context["newer_url"] == f"?q={quote('خبر')}&page=2"
    assert client.get(url() + context["newer_url"]).context["newer_url"] == f"?q={quote('خبر')}"


def test_a_page_number_may_be_typed_in_persian(
    home: Page, client: Client, settings: pytest.FixtureRequest
) -> None:
    settings.WAGTAIL_PRCOUNCIL = {"SEARCH_PAGE_SIZE": 2}
    write([f"خبر {number}" for number in range(3)], parent=home)
    assert len(client.get(url(), {"q": "خبر", "page": "۲"}).context["results"]) == 1


@pytest.mark.parametrize(
    "number", ["0", "-1", "x", "", "1e3", "99", "9" * 5000, "²", "\x00", "2.5"]
)
def test_any_other_page_number_is_the_first_page(number: str, home: Page, client: Client) -> None:
    write(["خبر یک"], parent=home)
    context = client.get(url(), {"q": "خبر", "page": number}).context
    assert titles(context["results"]) == {"خبر یک"}
    assert context["newer_url"] is None


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "،؛؟",
        "'",
        '"',
        "\\",
        "%",
        "\x00",
        "a\x00b",
        "\ufffe",
        "<script>",
        "()&|!:*",
        "OR",
        "-",
    ],
)
def test_no_query_is_an_error(query: str, client: Client) -> None:
    response = client.get(url(), {"q": query})
    assert response.status_code == 200
    assert response.context["results"] == []


@pytest.mark.usefixtures("home")
def test_what_was_typed_is_shown_as_text(client: Client) -> None:
    page = client.get(url(), {"q": "<b id=typed>"}).content.decode()
    assert "<b id=typed>" not in page
    assert "&lt;b id=typed&gt;" in page


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    "raw", ["q=%ff%fe", "q=%ED%A0%80", "q=%", "q[]=x", "q=a&q=b", "page=2", "q=" + "%D8%A8" * 2500]
)
def test_no_address_is_an_error(raw: str, client: Client) -> None:
    response = client.get(f"{url()}?{raw}")
    assert response.status_code == 200
    assert len(response.context["query"]) <= LONGEST_QUERY


def test_above_the_cap_the_total_is_unknown(
    home: Page, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "MOST_RESULTS", 3)
    write([f"خبر {number}" for number in range(6)], parent=home)
    context = client.get(url(), {"q": "خبر"}).context
    assert (context["total"], context["total_is_capped"]) == (None, True)
    assert len(context["results"]) == 3
    assert context["older_url"] is None


@pytest.mark.usefixtures("home")
def test_readers_are_not_told_apart(client: Client) -> None:
    """Rule A19: a cache may keep one answer for all."""
    response = client.get(url(), {"q": "خبر"})
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.usefixtures("home")
def test_it_is_for_reading(client: Client) -> None:
    assert client.post(url(), {"q": "خبر"}).status_code == 405
    assert client.head(url(), {"q": "خبر"}).status_code == 200
