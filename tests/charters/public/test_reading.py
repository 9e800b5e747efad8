import datetime as dt

import pytest
from django.http import Http404

from tests.charters.making import adopted, charter, draft, fresh, rewritten
from tests.charters.public.making import AFTER, BEFORE, anonymous, reading, told_charter
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions import repealing
from wagtail_prcouncil.charters.public.reading import Reading
from wagtail_prcouncil.charters.states import Standing
from wagtail_prcouncil.councils.models.seat import today


def test_the_version_in_force_with_all_that_is_known_of_it(site: SmallSite) -> None:
    told = told_charter(site)
    here = reading(told.page)
    assert here.version == told.second
    assert (here.standing, here.tone, here.path, here.is_default) == (
        Standing.IN_FORCE,
        "good",
        "",
        True,
    )
    assert here.digest == told.second.digests["fa"]
    assert here.is_authoritative
    assert here.has_translations
    assert here.own_language is None
    assert [one.title for one in here.councils] == [told.one.council.title]
    assert here.occasion is not None
    assert here.occasion.url == told.one.council.url
    assert (here.place, here.unveiling_note, here.meeting) == ("تالار نمونه", "", None)
    assert here.changes is not None
    assert here.changes.before == told.first
    assert here.pictures == []


def test_an_earlier_one(site: SmallSite) -> None:
    told = told_charter(site)
    here = reading(told.page)
    before = here.of_version(1)
    assert (before.standing, before.path) == (Standing.SUPERSEDED, "versions/1/")
    assert BEFORE in before.clauses[2].text
    assert AFTER in here.clauses[2].text
    assert here.in_force == told.second
    assert before.changes is None
    with pytest.raises(Http404):
        here.of_version(3)
    assert here.on(today() - dt.timedelta(days=300)) is not None
    on_turning = here.on(today() - dt.timedelta(days=21))
    assert on_turning is not None
    assert on_turning.version == told.second
    assert here.on(today() - dt.timedelta(days=500)) is None


def test_a_language_that_was_not_adopted_reads_the_one_that_decides(site: SmallSite) -> None:
    told = told_charter(site)
    here = reading(told.english)
    assert (here.title, here.is_authoritative) == ("Sample covenant", False)
    before = here.of_version(1)
    assert before.title == "میثاق‌نامهٔ نمونه"
    assert before.own_language is not None
    assert before.own_language.code == "fa"


def test_nobody_reads_a_draft_of_an_adopted_text(site: SmallSite) -> None:
    one = charter(council(site))
    assert reading(fresh(one).page).standing == Standing.DRAFT
    adopted(one)
    draft(one)
    rewritten(one, "رازمتن")
    page = fresh(one).page
    page.get_latest_revision().publish()
    here = reading(fresh(one).page)
    assert "رازمتن" not in str(here.text)
    request = anonymous()
    request.is_preview = True
    shown = Reading.of(fresh(one).page.get_latest_revision_as_object(), request)
    assert "رازمتن" in str(shown.text)
    assert shown.versions == []


def test_what_was_repealed_is_still_read(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    repealing.repeal(version, on=today(), reason="کهنه شد", version=None)
    here = reading(version.charter.page)
    assert (here.standing, here.in_force, here.version) == (Standing.REPEALED, None, version)


def test_a_private_original_keeps_all_languages(site: SmallSite) -> None:
    told = told_charter(site)
    told.page.unpublish()
    with pytest.raises(Http404):
        reading(told.english)
