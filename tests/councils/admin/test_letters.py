"""What the forms of appointments hand to the action."""

import datetime as dt

from tests.councils.admin.desk import letter_words
from tests.councils.making import START, council, person, seat, sits
from tests.making import SmallSite
from wagtail_prcouncil.councils.admin.letters import CorrectionForm, EndForm, NewAppointmentForm
from wagtail_prcouncil.councils.models import Appointment
from wagtail_prcouncil.councils.scopes import Scope
from wagtail_prcouncil.councils.spans import Span
from wagtail_prcouncil.councils.states import Basis, Precision


def test_a_letter_as_it_was_typed(site: SmallSite) -> None:
    who, place = person(), seat(council(site))
    words = letter_words(who, "۱۴۰۳/۰۱/۰۱", title="رييس", letter_number="12")
    form = NewAppointmentForm(words, scope=Scope(), seat=place)
    assert form.is_valid(), form.errors
    letter = form.letter()
    assert (letter.person, letter.span, letter.title) == (who, Span(START), "رییس")
    assert form.instance.pk is None


def test_a_month_alone_is_widened(site: SmallSite) -> None:
    words = letter_words(person(), "1403/01/15", since_precision="month")
    form = NewAppointmentForm(words, scope=Scope(), seat=seat(council(site)))
    assert form.is_valid()
    assert form.letter().span == Span(START, since_precision=Precision.MONTH)


def test_an_election_is_no_basis_that_one_chooses(site: SmallSite) -> None:
    row = sits(seat(council(site)))
    assert Basis.ELECTION not in dict(CorrectionForm(instance=row).fields["basis"].choices)
    row.basis = Basis.ELECTION
    assert Basis.ELECTION in dict(CorrectionForm(instance=row).fields["basis"].choices)


def test_an_end_keeps_what_was_said(site: SmallSite) -> None:
    row = sits(seat(council(site)), title="رئیس", letter_number="12")
    row = Appointment.objects.get(pk=row.pk)
    form = EndForm({"until": "1403/06/15", "until_precision": "year", "version": "1"})
    assert form.is_valid()
    letter = form.letter(row)
    assert (letter.title, letter.letter_number, letter.person) == ("رئیس", "12", row.person)
    assert letter.span.until == dt.date(2025, 3, 20)
    assert letter.span.until_precision == Precision.YEAR
