"""What the forms of reports hold."""

from wagtail_prcouncil.meetings.actions.reporting import Answer
from wagtail_prcouncil.meetings.admin.report_forms import DraftForm, ReportForm


def test_an_answer_is_what_was_typed_and_may_be_unfinished() -> None:
    said = {"version": "1", "title": "گزارش", "text": "", "visibility": "public"}
    form = ReportForm(said)
    assert form.is_valid(), form.errors
    assert form.answer() == Answer("گزارش", "", "public")


def test_a_form_without_places_has_nothing_to_choose() -> None:
    form = DraftForm({"place": "news:1"}, places=[])
    assert not form.is_valid()
    assert list(form.errors) == ["place"]
