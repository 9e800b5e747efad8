import pytest
from django.db import transaction
from django.test import Client
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from tests.meetings.making import approved, fresh, held, in_english, resolution, staffed_council
from wagtail_prcouncil.meetings.actions import minuting
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.printed.kinds import Audience, Print, key_of
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.printing import pdf
from wagtail_prcouncil.printing.actions import make_waiting
from wagtail_prcouncil.printing.models import PrintedFile

MINUTES = Print.MINUTES.value


@pytest.fixture
def one(site: SmallSite) -> Meeting:
    """Its minutes are approved, with a resolution."""
    made = held(staffed_council(site))
    resolution(made)
    return approved(made)


def asked_for() -> set[tuple[str, str]]:
    return set(PrintedFile.objects.values_list("key", "language"))


def test_published_minutes_are_there_as_pdf(
    one: Meeting,
    site: SmallSite,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    in_english(one, site)
    keeper = member_of(group_for(one.council, rights=[Right.SETTLE]))
    with django_capture_on_commit_callbacks(execute=True):
        minuting.publish(one, version=one.version, by=keeper)
        assert not PrintedFile.objects.exists()
    kinds = (Print.MINUTES, Print.RESOLUTIONS)
    keys = {key_of(one.pk, kind, Audience.READERS) for kind in kinds}
    assert asked_for() == {(key, language) for key in keys for language in ("fa", "en")}
    assert set(PrintedFile.objects.values_list("asked_by", flat=True)) == {keeper.pk}
    assert make_waiting() == {"made": 4}
    response = Client().get(f"{one.page.get_url()}print/{MINUTES}/pdf/")
    assert response["Content-Type"] == "application/pdf"


def test_only_what_there_is_and_readers_see(
    site: SmallSite, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    one = approved(held(staffed_council(site)))
    in_english(one, site).unpublish()
    with django_capture_on_commit_callbacks(execute=True):
        minuting.publish(fresh(one), version=fresh(one).version)
    assert asked_for() == {(key_of(one.pk, Print.MINUTES, Audience.READERS), "fa")}


def test_nothing_of_what_was_rolled_back(
    one: Meeting, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with (
        django_capture_on_commit_callbacks(execute=True),
        pytest.raises(RuntimeError),
        transaction.atomic(),
    ):
        minuting.publish(one, version=one.version)
        raise RuntimeError
    assert asked_for() == set()


def test_a_site_without_the_extra_publishes_all_the_same(
    one: Meeting,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    with django_capture_on_commit_callbacks(execute=True):
        minuting.publish(one, version=one.version)
    assert fresh(one).minutes_status == "published"
    assert asked_for() == set()
