from wagtail.models import Page

from wagtail_prcouncil.pages.facets import Facets, facets_of


def test_a_foreign_page_has_empty_facets() -> None:
    assert facets_of(Page()) == Facets(None, None, None, ())


def test_our_pages_answer_for_themselves() -> None:
    class Ours:
        def facets(self) -> Facets:
            return Facets(section_id=3, council_ids=(1, 2))

    assert facets_of(Ours()).council_ids == (1, 2)
