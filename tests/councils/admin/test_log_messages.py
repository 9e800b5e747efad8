"""What histories tell of councils."""

from wagtail.log_actions import registry

from tests.councils.admin.desk import appointment_place, chief
from tests.councils.making import council, seat, sits
from tests.making import SmallSite
from wagtail_prcouncil.councils.admin.log_messages import MESSAGES


def test_every_verb_has_its_words(db: None) -> None:
    known = dict(registry.get_choices())
    assert {f"prcouncil_councils.{verb}" for verb in MESSAGES} <= set(known)


def test_the_history_of_an_appointment(site: SmallSite) -> None:
    row = sits(seat(council(site)))
    shown = chief().get(appointment_place("history", row.pk)).content.decode()
    assert str(MESSAGES["appoint"][1]) in shown
