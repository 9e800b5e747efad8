"""What is written of an object."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from modelsearch.backends import get_search_backend
from modelsearch.index import SearchField
from wagtail.models import Page

from tests.search.writing import titles, write
from wagtail_prcouncil.search.folding import (
    LONGEST_INDEXED_TEXT,
    FoldedDocument,
    half_spaced,
    indexed_text,
    words,
)


def test_half_spaced_words_are_kept_apart_and_joined() -> None:
    assert indexed_text("او می‌رود، می‌رود") == "او می رود می رود میرود"


def test_a_plural_adds_no_joined_form() -> None:
    assert indexed_text("کتاب‌ها") == "کتاب"


def test_an_ezafe_of_its_own_is_no_word() -> None:
    assert words("خانه‌ی ما") == words("خانهٔ ما") == ["خانه", "ما"]


def test_half_spaced_groups_are_read_apart_and_joined() -> None:
    assert list(half_spaced("کار می‌شود و نمی‌شود")) == [
        (["می", "شود"], ["میشود"]),
        (["نمی", "شود"], ["نمیشود"]),
    ]


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_can_be_written(text: str) -> None:
    kept = indexed_text(text).encode()  # refuses lone surrogates, as databases do
    assert b"\x00" not in kept


def test_each_field_is_read_once() -> None:
    class CountingIndexer:
        obj = Page(pk=7)
        search_fields = (SearchField("title", boost=2),)
        reads = 0

        def prepare_field(self, obj: Page, field: SearchField) -> list[tuple[SearchField, str]]:
            self.reads += 1
            return [(field, "متن")]

    indexer = CountingIndexer()
    document = FoldedDocument(indexer)
    (field,) = document.get_search_fields()
    assert [field.get_value(document) for _ in range(5)] == ["متن"] * 5
    assert (document.pk, field.field_name, field.boost, indexer.reads) == (7, "title", 2, 1)


@pytest.mark.django_db
def test_a_text_too_long_for_the_index_is_cut_and_found_by_its_beginning() -> None:
    page = write(["کوتاه"])[0]
    page.title = "دماوند " + " ".join(
        f"و{number}اژه" for number in range(LONGEST_INDEXED_TEXT // 4)
    )
    get_search_backend().add(page)
    assert titles(Page.objects.search("دماوند")) == {"کوتاه"}
