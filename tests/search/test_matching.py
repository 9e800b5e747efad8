"""The folding backend behaves as Wagtail's search does, spellings apart."""

from collections.abc import Callable

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from modelsearch.backends import get_search_backend
from modelsearch.query import MATCH_ALL, And, Boost, Not, Or, Phrase, PlainText, SearchQuery
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from tests.search.writing import titles, write
from wagtail_prcouncil.search import matching

pytestmark = pytest.mark.django_db

REPORT, BUDGET, PRESS = "گزارش روابط‌عمومی", "بودجهٔ روابط عمومی", "نشست خبری"


@pytest.fixture
def three() -> list[Page]:
    return write([REPORT, BUDGET, PRESS])


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Phrase("روابطعمومي"), {REPORT, BUDGET}),
        (Phrase("روابط عمومی"), {REPORT, BUDGET}),
        (Phrase("بودجهٔ روابطعمومی"), {BUDGET}),
        (Phrase("عمومی روابط"), set()),
        (PlainText("گزارش خبري", operator="or"), {REPORT, PRESS}),
        (PlainText("گزارش") & PlainText("روابطعمومی"), {REPORT}),
        (PlainText("گزارش") | Phrase("نشست خبري"), {REPORT, PRESS}),
        (PlainText("روابطعمومي") & ~PlainText("گزارش"), {BUDGET}),
        (And([PlainText("،"), PlainText("گزارش")]), {REPORT}),
        (Or([PlainText(""), PlainText("گزارش")]), {REPORT}),
    ],
)
def test_combined_queries_fold(query: SearchQuery, expected: set[str]) -> None:
    assert titles(Page.objects.search(query)) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (~PlainText("روابطعمومی"), {PRESS}),
        (~PlainText("گزارش") & ~PlainText("نشست"), {BUDGET}),
    ],
)
def test_what_is_negated_is_left_out(
    three: list[Page], query: SearchQuery, expected: set[str]
) -> None:
    results = Page.objects.filter(pk__in=[page.pk for page in three]).search(query)
    assert titles(results) == expected
    assert results.count() == len(expected)


def test_everything_and_nothing(three: list[Page]) -> None:
    pages = Page.objects.filter(pk__in=[page.pk for page in three])
    assert titles(pages.search(MATCH_ALL)) == {REPORT, BUDGET, PRESS}
    assert titles(pages.search(Not(MATCH_ALL))) == set()


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("method", ["search", "autocomplete"])
@pytest.mark.parametrize(
    "query", ["", " ", "،", "«» .؟!", "\u200c", "%", "'\"", "\x00", "\ud800", "ـ"]
)
def test_a_query_without_a_word_finds_nothing(query: str, method: str) -> None:
    results = getattr(Page.objects.all(), method)(query)
    assert list(results) == []
    assert results.count() == 0


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    "query",
    [Phrase("،"), ~PlainText("،"), And([PlainText(" "), PlainText("،")]), Boost(Phrase(""), 2)],
)
def test_a_combination_without_a_word_finds_nothing(query: SearchQuery) -> None:
    assert list(Page.objects.search(query)) == []


@pytest.mark.usefixtures("three")
def test_what_is_typed_so_far_finds_the_rest() -> None:
    assert titles(Page.objects.autocomplete("روابطعم")) == {REPORT, BUDGET}
    assert titles(Page.objects.autocomplete("روابط عم")) == {REPORT, BUDGET}
    assert titles(Page.objects.autocomplete("نشس")) == {PRESS}
    assert titles(Page.objects.autocomplete("نشس خبری")) == set()


def test_a_search_in_one_field_folds() -> None:
    picture = Image.objects.create(title="عكس اول", file=get_test_image_file())
    picture.tags.add("روابط عمومي")
    picture.save()
    assert list(Image.objects.search("عکس", fields=["title"])) == [picture]
    assert list(Image.objects.search("روابط", fields=["title"])) == []
    assert list(Image.objects.search("روابطعمومی")) == [picture]
    assert list(Page.objects.search("روابط", fields=[])) == []


def test_documents_are_found_too() -> None:
    paper = Document.objects.create(title="آیین‌نامهٔ اجرایی", file=ContentFile(b"x", name="x.txt"))
    assert list(Document.objects.search("آئين نامه")) == [paper]


@pytest.mark.usefixtures("three")
def test_saving_and_deleting_keep_the_index(django_capture_on_commit_callbacks: Callable) -> None:
    page = Page.objects.get(title=PRESS)
    with django_capture_on_commit_callbacks(execute=True):
        page.title = "همایش خبرنگاران"
        page.save()
    assert titles(Page.objects.search("همايش")) == {"همایش خبرنگاران"}
    assert titles(Page.objects.search("نشست")) == set()
    with django_capture_on_commit_callbacks(execute=True):
        page.delete()
    assert titles(Page.objects.search("همایش")) == set()


@pytest.mark.usefixtures("three")
def test_the_index_can_be_rebuilt() -> None:
    get_search_backend().reset_indexes()
    assert titles(Page.objects.search("روابطعمومی")) == set()
    call_command("update_index", verbosity=0)
    assert titles(Page.objects.search("روابطعمومی")) == {REPORT, BUDGET}


def test_results_page_count_and_order_as_any(three: list[Page]) -> None:
    results = Page.objects.search("روابط عمومی")
    assert results.count() == 2
    assert [titles(results[:1]), titles(results[1:])] in (
        [{REPORT}, {BUDGET}],
        [{BUDGET}, {REPORT}],
    )
    assert list(results[2:]) == []
    assert results[0] == list(results)[0]
    assert [page.title for page in Page.objects.search("روابط", order_by="title")] == [
        BUDGET,
        REPORT,
    ]
    assert results.facet("live") == {True: 2}
    assert all(page.score > 0 for page in results.annotate_score("score"))
    Page.objects.filter(pk=three[0].pk).update(live=False)
    assert titles(Page.objects.live().search("روابط")) == {BUDGET}


def test_a_word_in_the_title_counts_more_than_one_in_the_tags() -> None:
    tagged = Image.objects.create(title="یک دو سه", file=get_test_image_file())
    tagged.tags.add("دماوند")
    tagged.save()
    named = Image.objects.create(title="دماوند دو سه", file=get_test_image_file())
    named.tags.add("چهار")
    named.save()
    tagged.save()
    assert list(Image.objects.search("دماوند")) == [named, tagged]


def test_behind_the_ranked_matches_the_older_follow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "RANKED", 5)
    for module in ("sqlite", "postgres"):
        if connection.vendor.startswith(module):
            monkeypatch.setattr(f"wagtail_prcouncil.search.{module}.RANKED", 5)
    written = write([f"خبر {number}" for number in range(12)])
    results = Page.objects.search("خبر")
    pages = [page for start in range(0, 12, 2) for page in results[start : start + 2]]
    assert set(pages[:5]) == set(written[-5:])
    assert pages[5:] == written[6::-1]
    assert list(results[3:8]) == pages[3:8]
    assert list(results) == pages


def test_the_work_for_a_common_word_stops(three: list[Page]) -> None:
    """A statement for the matches, one for their scores on PostgreSQL, one for the objects."""
    write([f"خبر {number}" for number in range(40)])
    list(Page.objects.search("خبر")[:20])  # a process learns the types of pages once
    with CaptureQueriesContext(connection) as queries:
        assert len(list(Page.objects.search("خبر")[:20])) == 20
    assert len(queries) <= 3


def test_similar_words_are_asked_for_in_folded_form() -> None:
    """PostgreSQL alone can answer; elsewhere Wagtail says that it cannot."""
    from modelsearch.query import Fuzzy

    from wagtail_prcouncil.search.widening import widen

    asked = widen(Fuzzy("روابط عمومي‌ها", operator="and"))
    assert isinstance(asked, Fuzzy)
    assert (asked.query_string, asked.operator) == ("روابط عمومی", "and")
    assert widen(Fuzzy("،")) is None
