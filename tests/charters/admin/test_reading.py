"""Where charters stand, in words."""

import datetime as dt

from django.utils import translation

from tests.charters.making import adopted, charter, draft, fresh, rewritten
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.admin.reading import (
    axes_as_read,
    carried_as_read,
    draft_as_read,
    leading_among,
    number_as_read,
    standing_as_read,
    time_in_force,
)
from wagtail_prcouncil.charters.admin.tabs import versions_of
from wagtail_prcouncil.charters.models import CharterVersion
from wagtail_prcouncil.charters.states import VersionState
from wagtail_prcouncil.councils.admin.desk import DONE, NOTHING, STOPPED, WAITS
from wagtail_prcouncil.councils.models.seat import today

A_DAY = dt.timedelta(days=1)


def version(number: int, since: int, until: int | None = None, **fields: object) -> CharterVersion:
    """Adopted, in force from so many days from now until so many days from now."""
    day = today() + since * A_DAY
    end = None if until is None else today() + until * A_DAY
    said = {"state": VersionState.ADOPTED, "adopted_on": day, "in_force_from": day}
    return CharterVersion(number=number, in_force_until=end, **said | fields)


def test_what_is_in_force_leads_else_what_was_adopted_last() -> None:
    old, ruling, coming = version(1, -20, -10), version(2, -10, 5), version(3, 5)
    open_draft = CharterVersion(number=4, state=VersionState.DRAFT)
    assert leading_among([open_draft, coming, ruling, old]) is ruling
    assert leading_among([open_draft, coming]) is coming
    assert leading_among([open_draft]) is None
    with translation.override("en"):
        assert draft_as_read([open_draft, coming]) == "version 4"
        assert draft_as_read([coming]) == ""
        assert standing_as_read(None) == "not adopted yet"


def test_how_it_was_carried() -> None:
    with translation.override("en"):
        assert carried_as_read(version(1, 0)) == "by consensus"
        counts = {"by_consensus": False, "votes_for": 9, "votes_against": 2, "abstentions": None}
        assert carried_as_read(version(1, 0, **counts)) == "9 for, 2 against, 0 abstentions"
    assert carried_as_read(CharterVersion(state=VersionState.DRAFT)) == ""


def test_numbers_and_days_are_read_in_the_editors_language() -> None:
    row = CharterVersion(
        number=2,
        state=VersionState.ADOPTED,
        in_force_from=dt.date(2026, 3, 21),
        in_force_until=dt.date(2026, 11, 22),
    )
    with translation.override("fa"):
        assert "۲" in number_as_read(row)
        assert "۱ فروردین ۱۴۰۵" in time_in_force(row)
        assert "۱ آذر ۱۴۰۵" in time_in_force(row)
    assert time_in_force(CharterVersion(state=VersionState.DRAFT)) == ""


def test_the_axes_say_what_holds_what_is_written_and_what_is_due(site: SmallSite) -> None:
    one = charter(council(site))
    assert [axis.tone for axis in axes_as_read(one, [])] == [NOTHING, DONE]
    adopted(one)
    draft(one)
    late = fresh(one)
    late.review_due_on = today()
    tones = [axis.tone for axis in axes_as_read(late, versions_of(late))]
    assert tones == [DONE, WAITS, STOPPED, DONE]


def test_adopting_publishes_no_page_and_the_desk_says_so(site: SmallSite) -> None:
    one = charter(council(site))
    draft(one)
    rewritten(one, "سخنی دیگر")
    assert axes_as_read(fresh(one), versions_of(fresh(one)))[-1].tone == DONE  # being written
    adopted(one)
    assert axes_as_read(fresh(one), versions_of(fresh(one)))[-1].tone == WAITS
    fresh(one).page.get_latest_revision().publish()
    assert axes_as_read(fresh(one), versions_of(fresh(one)))[-1].tone == DONE
