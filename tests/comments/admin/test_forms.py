import datetime as dt

from wagtail_prcouncil.comments.actions import RefusedError
from wagtail_prcouncil.comments.admin.forms import BanForm, RejectForm, ReopenForm
from wagtail_prcouncil.comments.states import Reason
from wagtail_prcouncil.persian.jalali import TEHRAN


def test_a_ban_lasts_until_the_day_is_over_in_tehran() -> None:
    form = BanForm({"kind": "address", "until": "2026-12-01", "why": "x"})
    assert form.is_valid()
    assert form.end == dt.datetime.combine(dt.date(2026, 12, 1), dt.time.max, TEHRAN)


def test_only_a_rejection_is_told_to_the_author() -> None:
    given = {"reason": Reason.LIBEL, "note": "a", "note_to_author": "b"}
    for kind, to_author in ((RejectForm, "b"), (ReopenForm, "")):
        form = kind(given)
        assert form.is_valid()
        assert form.because.note_to_author == to_author


def test_a_refusal_stands_beside_its_field_or_above_all() -> None:
    form = RejectForm({"reason": Reason.LIBEL})
    assert form.is_valid()
    form.refuse(RefusedError("here", "note"))
    form.refuse(RefusedError("nowhere", "elsewhere"))
    assert form.errors == {"note": ["here"], "__all__": ["nowhere"]}
