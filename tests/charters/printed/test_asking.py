import pytest
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks
from wagtail.models import PageViewRestriction

from tests.charters.making import charter
from tests.charters.printed.making import full, signed_by_office
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions import signing
from wagtail_prcouncil.charters.printed import asking
from wagtail_prcouncil.charters.printed.asking import wish_for_what_is_missing
from wagtail_prcouncil.charters.printed.kinds import key_of_signature, key_of_version
from wagtail_prcouncil.clock.jobs import registered_jobs
from wagtail_prcouncil.printing import pdf
from wagtail_prcouncil.printing.actions import make_waiting
from wagtail_prcouncil.printing.models import PrintedFile
from wagtail_prcouncil.printing.states import PrintState


def asked_for() -> set[tuple[str, str]]:
    return set(PrintedFile.objects.values_list("key", "language"))


def test_the_clock_asks(db: None) -> None:
    assert "charters.print" in [job.name for job in registered_jobs()]


def test_what_readers_see_is_asked_for_in_each_of_their_languages(site: SmallSite) -> None:
    version = full(site, english=True)
    charter(council(site))  # nothing of it was adopted
    keys = {key_of_version(version), key_of_signature(version.signatures.get())}
    assert wish_for_what_is_missing() == 4
    assert asked_for() == {(key, language) for key in keys for language in ("fa", "en")}
    assert wish_for_what_is_missing() == 0


def test_nothing_of_what_is_kept_from_readers(site: SmallSite) -> None:
    hidden, private = full(site), full(site)
    hidden.charter.page.unpublish()
    PageViewRestriction.objects.create(page=private.charter.page, restriction_type="login")
    assert wish_for_what_is_missing() == 0


def test_nothing_of_a_signature_that_was_withdrawn(site: SmallSite) -> None:
    version = full(site)
    signature = version.signatures.get()
    signing.withdraw(signature, on=signature.signed_on, reason="خواست خودش")
    wish_for_what_is_missing()
    assert asked_for() == {(key_of_version(version), "fa")}


def test_many_wait_for_their_turn(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    version = full(site)
    monkeypatch.setattr(asking, "AT_A_TIME", 1)
    assert wish_for_what_is_missing() == 1
    assert asked_for() == {(key_of_version(version), "fa")}  # texts first
    assert wish_for_what_is_missing() == 1


def test_a_site_without_the_extra_asks_for_nothing(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    full(site)
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    assert wish_for_what_is_missing() == 0
    assert asked_for() == set()


def test_whoever_signs_later_stands_on_the_paper_with_the_next_tick(
    site: SmallSite, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    version = full(site)
    wish_for_what_is_missing()
    make_waiting()
    rows = PrintedFile.objects.filter(key=key_of_version(version))
    before = rows.get()
    assert before.state == PrintState.DONE
    with django_capture_on_commit_callbacks(execute=True):
        signed_by_office(version)
    assert rows.get().state == PrintState.WAITING
    assert make_waiting() == {"made": 1}
    assert rows.get().fingerprint != before.fingerprint
