"""Every spelling of a term finds every other, and nothing else."""

import pytest
from wagtail.models import Page

from tests.search.spellings import DECOYS, NOT_MEANT, TERMS
from tests.search.writing import titles, write

pytestmark = [pytest.mark.django_db, pytest.mark.short]


@pytest.fixture
def every_document() -> None:
    write([*(text for term in TERMS.values() for text in term.documents), *DECOYS])


def test_the_set_is_worth_its_name() -> None:
    assert sum(len(term.documents) * len(term.queries) for term in TERMS.values()) >= 60


@pytest.mark.usefixtures("every_document")
@pytest.mark.parametrize("name", TERMS)
def test_every_spelling_finds_every_other_and_nothing_else(name: str) -> None:
    term = TERMS[name]
    found = {query: titles(Page.objects.search(query)) for query in term.queries}
    assert found == dict.fromkeys(term.queries, set(term.documents))


@pytest.mark.usefixtures("every_document")
@pytest.mark.parametrize("query", NOT_MEANT)
def test_what_is_not_meant_is_not_found(query: str) -> None:
    assert titles(Page.objects.search(query)) == set()


@pytest.mark.usefixtures("every_document")
@pytest.mark.parametrize("name", TERMS)
def test_completion_knows_the_spellings_too(name: str) -> None:
    term = TERMS[name]
    for query in term.queries:
        assert titles(Page.objects.autocomplete(query)) >= set(term.documents)
