from wagtail_prcouncil.meetings.models import MeetingPage


def test_the_form_has_words_and_no_facts() -> None:
    fields = set(MeetingPage.get_edit_handler().get_form_class().base_fields)
    assert {"summary", "venue", "notice", "press_note", "picture"} <= fields
    assert not fields & {"starts_at", "status", "council"}
