from uuid import uuid4

import pytest
from wagtail import hooks
from wagtail.models import Page

from wagtail_prcouncil.pages.facets import (
    CODES_HOOK,
    COUNCILS_HOOK,
    Councils,
    Facets,
    agencies_in,
    codes_of,
    council_names,
    council_of,
    councils_of,
    facets_of,
)


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


def seated(agencies: dict[int, set[int]]) -> Councils:
    """Councils as a feature registers them: by council, the agencies that sit there."""
    return Councils(
        names=lambda locale_id: dict.fromkeys(agencies, f"شورا {locale_id}"),
        agencies_in=lambda ids: {key: agencies[key] for key in ids if key in agencies},
        councils_of=lambda ids: {
            agency: {key for key, there in agencies.items() if agency in there} for agency in ids
        },
    )


def test_councils_are_those_of_whoever_has_any(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(hooks._hooks, COUNCILS_HOOK, [])
    with (
        hooks.register_temporarily(COUNCILS_HOOK, lambda: seated({7: {1, 2}})),
        hooks.register_temporarily(COUNCILS_HOOK, lambda: seated({8: {2}})),
    ):
        assert council_names(5) == {7: "شورا 5", 8: "شورا 5"}
        assert agencies_in([7, 8, 9]) == {7: {1, 2}, 8: {2}}
        assert councils_of([2]) == {2: {7, 8}}
        assert agencies_in([]) == councils_of([]) == {}


def test_without_councils_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """No query either: this test has no database."""
    monkeypatch.setitem(hooks._hooks, COUNCILS_HOOK, [])
    assert council_names(1) == agencies_in([1]) == councils_of([1]) == {}


@pytest.mark.django_db
def test_a_council_is_told_from_what_is_about_one(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page.objects.get(depth=1)
    assert council_of(page) is None
    for ids, expected in (
        ((page.pk,), page.pk),
        ((page.pk + 1,), None),
        ((page.pk, page.pk + 1), None),
    ):
        monkeypatch.setattr(page, "facets", lambda ids=ids: Facets(council_ids=ids), raising=False)
        assert council_of(page) == expected
