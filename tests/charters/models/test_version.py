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


def test_no_query_makes_it_a_draft_again(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    rows = CharterVersion.objects.filter(pk=version.pk)
    for said in ({"state": VersionState.DRAFT}, {"pk": version.pk + 1}, {"id": version.pk + 1}):
        with pytest.raises(FrozenError):
            rows.update(**said)
    assert rows.get().texts == version.texts


def test_another_with_its_key_does_not_take_its_place(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    days = {"adopted_on": version.adopted_on, "in_force_from": version.in_force_from}
    other = CharterVersion(
        pk=version.pk, charter=version.charter, number=1, state=VersionState.ADOPTED, **days
    )
    with pytest.raises(FrozenError):
        other.save()
    with pytest.raises(FrozenError):
        CharterVersion.objects.bulk_create(
            [other],
            update_conflicts=True,
            unique_fields=["charter", "number"],
            update_fields=["texts"],
        )
    assert CharterVersion.objects.get(pk=version.pk).texts == version.texts


def test_a_draft_is_written_by_queries_and_made_anew(site: SmallSite) -> None:
    found = draft(charter(council(site)))
    assert CharterVersion.objects.drafts().update(number=7) == 1
    CharterVersion(pk=found.pk, charter=found.charter, number=8).save()
    other = charter(found.charter.council)
    (made,) = CharterVersion.objects.bulk_create([CharterVersion(charter=other, number=1)])
    assert {found.pk: 8, made.pk: 1} == dict(CharterVersion.objects.values_list("pk", "number"))


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
