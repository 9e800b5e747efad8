"""A version is made public before people."""

import pytest

from tests.charters.making import A_DAY, adopted, charter, draft
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.unveiling import unveil
from wagtail_prcouncil.charters.rules import CharterError
from wagtail_prcouncil.councils.models.seat import today


def test_the_occasion_may_go_and_its_title_stays(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    unveil(version, on=today(), occasion=site.section, place="تالار", version=None)
    site.section.delete()
    told = type(version).objects.get(pk=version.pk).unveiling
    assert told.occasion is None
    assert told.occasion_title


def test_said_again_it_corrects(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    unveil(version, on=today(), place="تالار", version=None)
    told = unveil(version, on=today() - A_DAY, place="سرسرا", version=None)
    assert (told.unveiled_on, told.place) == (today() - A_DAY, "سرسرا")
    assert type(told).objects.count() == 1


def test_a_draft_and_impossible_days_are_refused(site: SmallSite) -> None:
    with pytest.raises(CharterError):
        unveil(draft(charter(council(site))), on=today(), version=None)
    version = adopted(charter(council(site)), days=-2)
    for day in (today() + A_DAY, today() - 3 * A_DAY):
        with pytest.raises(CharterError) as refused:
            unveil(version, on=day, version=None)
        assert refused.value.field == "on"
