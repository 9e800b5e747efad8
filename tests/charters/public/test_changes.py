from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.charters.public.making import reading, told_charter
from tests.making import SmallSite
from wagtail_prcouncil.charters.public.changes import TONES, Changes
from wagtail_prcouncil.charters.states import Change


def test_from_one_version_to_another(site: SmallSite) -> None:
    told = told_charter(site)
    changes = reading(told.page).changes
    assert changes is not None
    assert changes.path == "compare/1/2/"
    assert changes.counts == [(Change.ADDED, 1), (Change.CHANGED, 1)]
    assert [one.clause.label for one in changes.first] == ["اصل ۳", "اصل ۴"]
    assert not changes.has_more
    assert changes.own_language is None


def test_the_language_that_both_have(site: SmallSite) -> None:
    told = told_charter(site)
    changes = reading(told.english).changes
    assert changes is not None
    assert changes.own_language is not None
    assert changes.own_language.code == "fa"  # of the first version there is no English text


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
