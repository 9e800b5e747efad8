import datetime as dt
from io import BytesIO

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from pypdf import PdfReader
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from tests.printing.making import KEY, Leaf
from wagtail_prcouncil.printing import actions, pdf
from wagtail_prcouncil.printing.actions import (
    LEASE,
    PrintingError,
    ask,
    make_waiting,
    renew,
    tidy,
    wish,
)
from wagtail_prcouncil.printing.models import PrintedFile
from wagtail_prcouncil.printing.states import PrintState


def printed() -> PrintedFile:
    return PrintedFile.objects.get()


def later(row: PrintedFile) -> None:
    """The pause after a failed attempt, or the lease of who was killed, is over."""
    ago = row.asked_at - LEASE - dt.timedelta(days=1)
    PrintedFile.objects.filter(pk=row.pk).update(taken_until=ago)


def test_asked_for_and_made_by_the_clock(leaf: Leaf) -> None:
    row = ask(KEY, "fa")
    assert row.state == PrintState.WAITING
    assert not row.file
    assert make_waiting() == {"made": 1}
    row = printed()
    assert row.state == PrintState.DONE
    assert row.made_at is not None
    with row.file.open("rb") as file:
        assert len(PdfReader(BytesIO(file.read())).pages) == 1


def test_what_is_made_is_not_made_again(leaf: Leaf) -> None:
    ask(KEY, "fa")
    make_waiting()
    before = printed()
    assert ask(KEY, "fa").state == PrintState.DONE
    assert make_waiting() == {}
    after = printed()
    assert (after.file.name, after.made_at) == (before.file.name, before.made_at)


def test_new_words_make_a_new_file_and_the_old_one_goes(leaf: Leaf) -> None:
    ask(KEY, "fa")
    make_waiting()
    old = printed().file
    leaf.words = "دیگر"
    assert ask(KEY, "fa").state == PrintState.WAITING
    assert printed().file.name == old.name  # it is there until the new one is
    make_waiting()
    assert printed().file.name != old.name
    assert not old.storage.exists(str(old.name))


def test_each_language_has_its_own(leaf: Leaf) -> None:
    ask(KEY, "fa")
    ask(KEY, "en")
    assert make_waiting() == {"made": 2}


def test_whoever_may_not(leaf: Leaf) -> None:
    user = get_user_model().objects.create_user("u")
    with pytest.raises(PermissionDenied):
        ask(KEY, "fa", by=user)
    with pytest.raises(PermissionDenied):
        ask("unknown:1", "fa")
    assert not PrintedFile.objects.exists()
    chief = get_user_model().objects.create_superuser("c")
    assert ask(KEY, "fa", by=chief).asked_by == chief


def test_nothing_to_print(leaf: Leaf) -> None:
    leaf.words = None
    with pytest.raises(PrintingError):
        ask(KEY, "fa")


def test_without_the_extra_it_says_so(leaf: Leaf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    with pytest.raises(PrintingError, match=r"PDF"):
        ask(KEY, "fa")


def test_gone_meanwhile(leaf: Leaf) -> None:
    ask(KEY, "fa")
    leaf.words = None
    assert make_waiting() == {"gone": 1}
    assert not PrintedFile.objects.exists()


def test_an_error_is_tried_again_and_told(leaf: Leaf) -> None:
    row = ask(KEY, "fa")
    leaf.raises = ValueError("broken")
    told = []
    for _attempt in range(actions.MOST_FAILURES):
        told += list(make_waiting())
        assert make_waiting() == {}  # not before the pause is over
        later(row)
    assert told == ["postponed", "postponed", "failed"]
    assert printed().state == PrintState.FAILED
    assert "broken" in printed().error
    leaf.raises = None
    assert ask(KEY, "fa").failures == 0
    assert make_waiting() == {"made": 1}


def test_of_two_ticks_one_makes_it(leaf: Leaf) -> None:
    row = ask(KEY, "fa")
    first = actions._take(row.pk)
    assert first is not None
    assert actions._take(row.pk) is None
    assert make_waiting() == {}


def test_one_that_was_killed_is_followed_by_another(leaf: Leaf) -> None:
    row = ask(KEY, "fa")
    assert actions._take(row.pk) is not None
    later(row)
    assert make_waiting() == {"made": 1}


def test_asked_anew_while_it_was_being_made(leaf: Leaf) -> None:
    row = ask(KEY, "fa")
    taken = actions._take(row.pk)
    assert taken is not None
    leaf.words = "تازه"
    ask(KEY, "fa")
    leaf.words = "صورت‌جلسهٔ شورا"
    assert actions._make(taken) == "postponed"
    assert printed().state == PrintState.WAITING
    leaf.words = "تازه"
    assert make_waiting() == {"made": 1}


def test_files_of_what_is_no_more_go(
    leaf: Leaf, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    ask(KEY, "fa")
    make_waiting()
    file = printed().file
    assert tidy() == 0
    leaf.is_there = False
    with django_capture_on_commit_callbacks(execute=True):
        assert tidy() == 1
    assert not PrintedFile.objects.exists()
    assert not file.storage.exists(str(file.name))


def test_what_nobody_has_asked_for_yet_is_made(leaf: Leaf) -> None:
    assert wish([(KEY, "fa"), (KEY, "en")]) == 2
    wish([(KEY, "fa")])
    assert PrintedFile.objects.count() == 2
    assert make_waiting() == {"made": 2}


def test_what_is_renewed_stays_where_it_says_the_same(leaf: Leaf) -> None:
    ask(KEY, "fa")
    make_waiting()
    old = printed().file.name
    renew(KEY.partition(":")[0])
    assert printed().state == PrintState.WAITING
    make_waiting()
    assert printed().file.name == old
    leaf.words = "دیگر"
    renew("another:")
    assert printed().state == PrintState.DONE
    renew(KEY)
    make_waiting()
    assert printed().file.name != old


def test_words_that_changed_unnoticed_are_printed_anew_within_a_week(leaf: Leaf) -> None:
    """A week is seven keys: of seven files in a row each day reads one again."""
    wish([(KEY, f"x{number}") for number in range(7)])
    make_waiting()
    tidy()
    assert not PrintedFile.objects.waiting().exists()
    leaf.words = "نام تازه"
    tidy()
    assert PrintedFile.objects.waiting().count() == 1
    assert make_waiting() == {"made": 1}
    tidy()
    assert not PrintedFile.objects.waiting().exists()
