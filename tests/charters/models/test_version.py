"""Where a version stands, and that what was adopted stays."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.db.models.deletion import ProtectedError

from tests.charters.making import A_DAY, adopted, charter, draft
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.models import CharterVersion
from wagtail_prcouncil.charters.rules import FrozenError
from wagtail_prcouncil.charters.states import Standing, VersionState
from wagtail_prcouncil.councils.models.seat import today

FROM = dt.date(2026, 3, 21)
UNTIL = dt.date(2026, 9, 23)


@pytest.mark.parametrize(
    ("state", "until", "day", "standing"),
    [
        (VersionState.DRAFT, None, FROM, Standing.DRAFT),
        (VersionState.ADOPTED, None, FROM - A_DAY, Standing.AWAITING),
        (VersionState.ADOPTED, None, FROM, Standing.IN_FORCE),
        (VersionState.ADOPTED, UNTIL, UNTIL - A_DAY, Standing.IN_FORCE),
        (VersionState.ADOPTED, UNTIL, UNTIL, Standing.SUPERSEDED),
        (VersionState.REPEALED, UNTIL, UNTIL - A_DAY, Standing.IN_FORCE),
        (VersionState.REPEALED, UNTIL, UNTIL, Standing.REPEALED),
    ],
)
def test_where_it_stands_on_a_day(
    state: str, until: dt.date | None, day: dt.date, standing: str
) -> None:
    is_draft = state == VersionState.DRAFT
    version = CharterVersion(
        state=state, in_force_from=None if is_draft else FROM, in_force_until=until
    )
    assert version.standing_on(day) == standing


def test_the_text_of_a_language_else_of_the_one_that_decides(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    assert version.text_in("fa") == version.text_in("en") == version.texts["fa"]
    assert CharterVersion().text_in("fa") is None


def test_an_adopted_version_is_no_draft_again(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    version.state = VersionState.DRAFT
    with pytest.raises(FrozenError):
        version.save()


def test_there_is_one_draft_and_each_number_once(site: SmallSite) -> None:
    found = draft(charter(council(site)))
    for number in (found.number, found.number + 1):
        with pytest.raises(IntegrityError), transaction.atomic():
            CharterVersion.objects.create(charter=found.charter, number=number)


def test_a_draft_goes_with_its_charter_and_an_adopted_version_holds_it(site: SmallSite) -> None:
    one = draft(charter(council(site))).charter
    one.delete()
    assert not CharterVersion.objects.exists()
    version = adopted(charter(council(site)))
    with pytest.raises(ProtectedError):
        version.charter.delete()
    assert CharterVersion.objects.on(today()).get() == version
