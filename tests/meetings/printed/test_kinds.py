from django.template.loader import get_template

from wagtail_prcouncil.meetings.printed.kinds import Audience, Print, key_of


def test_each_has_a_template() -> None:
    for kind in Print:
        assert get_template(f"prcouncil_meetings/print/{kind.value}.html")


def test_a_key_names_meeting_paper_and_audience() -> None:
    assert key_of(12, Print.MINUTES, Audience.READERS) == "meeting:12:minutes:readers"
