from uuid import uuid4

import pytest
from wagtail import hooks
from wagtail.models import Page

from wagtail_prcouncil.pages.facets import CODES_HOOK, Facets, codes_of, facets_of


def test_a_foreign_page_has_empty_facets() -> None:
    assert facets_of(Page()) == Facets(None, None, None, ())


def test_our_pages_answer_for_themselves() -> None:
    class Ours:
        def facets(self) -> Facets:
            return Facets(section_id=3, council_ids=(1, 2))

    assert facets_of(Ours()).council_ids == (1, 2)


@pytest.mark.django_db
def test_codes_are_those_of_whoever_gave_them() -> None:
    item, other = uuid4(), uuid4()
    numbers = {item: 50421}
    with hooks.register_temporarily(
        CODES_HOOK, lambda keys: {key: numbers[key] for key in keys if key in numbers}
    ):
        assert codes_of([item, other]) == {item: 50421}
