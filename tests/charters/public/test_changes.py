from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.charters.making import adopted, charter, draft, in_english
from tests.charters.public.making import reading, told_charter
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.particulars import set_particulars
from wagtail_prcouncil.charters.public.changes import TONES, Changes
from wagtail_prcouncil.charters.states import Change
from wagtail_prcouncil.ui.languages import PageLanguage


def test_from_one_version_to_another(site: SmallSite) -> None:
    told = told_charter(site)
    changes = reading(told.page).changes
    assert changes is not None
    assert changes.path == "compare/1/2/"
    assert changes.comparison.counts == [(Change.ADDED, 1), (Change.CHANGED, 1)]
    assert [one.clause.label for one in changes.first] == ["اصل ۳", "اصل ۴"]
    assert not changes.has_more
    assert changes.own_language is None


def test_the_language_that_both_have(site: SmallSite) -> None:
    told = told_charter(site)
    changes = reading(told.english).changes
    assert changes is not None
    assert changes.own_language is not None
    assert changes.own_language.code == "fa"  # of the first version there is no English text


def test_where_another_language_decided_they_are_compared_in_one_that_both_have(
    site: SmallSite,
) -> None:
    one = charter(council(site))
    first = adopted(one, days=-30)
    in_english(one, site)
    facts: dict[str, Any] = {"kind": one.kind, "authoritative": "en", "version": None}
    set_particulars(one, **facts)
    draft(one)
    second = adopted(one, days=-3)
    assert (first.authoritative, second.authoritative) == ("fa", "en")
    foreign = PageLanguage("ar", is_bidi=True)
    changes = Changes(first, second, foreign)
    assert changes.language == "fa"
    assert changes.comparison.is_empty


def test_it_is_compared_once(site: SmallSite) -> None:
    told = told_charter(site)
    here = reading(told.page)
    older, newer = here.versions[1], here.versions[0]
    first = Changes(older, newer, here.language).comparison
    fresh = reading(told.page).versions
    with CaptureQueriesContext(connection) as queries:
        assert Changes(fresh[1], fresh[0], here.language).comparison == first
    assert len(queries) == 0


def test_every_change_has_a_tone() -> None:
    assert set(TONES) == set(Change)
