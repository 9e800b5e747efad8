"""Forms of an election's steps."""

import datetime as dt

from tests.councils.admin.desk import candidate_words, vote_words
from tests.councils.making import council, election, person, seat
from tests.making import SmallSite
from wagtail_prcouncil.councils.actions.electing import Standing
from wagtail_prcouncil.councils.admin.ballots import (
    MOST_CANDIDATES,
    ConfirmForm,
    VoteForm,
    candidates_formset,
)
from wagtail_prcouncil.councils.models import Candidate, Election
from wagtail_prcouncil.councils.states import Method, Role


def candidates(site: SmallSite, number: int) -> list[Candidate]:
    one: Election = election(seat(council(site), Role.CHAIR))
    return [Candidate.objects.create(election=one, person=person()) for _place in range(number)]


def test_the_record_has_a_count_for_each(site: SmallSite) -> None:
    first, second = candidates(site, 2)
    words = vote_words(1, {first.pk: "۵", second.pk: 0}, blank_votes="", voters_present="5")
    form = VoteForm(words, instance=first.election, candidates=[first, second])
    assert form.is_valid(), form.errors
    record = form.record()
    assert record.votes == {first.pk: 5, second.pk: 0}
    assert (record.held_on, record.blank_votes) == (dt.date(2024, 4, 20), 0)


def test_by_acclamation_nothing_is_counted(site: SmallSite) -> None:
    [only] = candidates(site, 1)
    words = vote_words(1, {only.pk: ""}, method="acclamation", voters_present="")
    form = VoteForm(words, instance=only.election, candidates=[only])
    assert form.is_valid(), form.errors
    assert form.record().method == Method.ACCLAMATION
    assert form.record().votes == {only.pk: None}


def test_a_tie_alone_is_to_be_decided(site: SmallSite) -> None:
    rows = candidates(site, 2)
    assert "chosen" not in ConfirmForm(tied=rows[:1]).fields
    tied = ConfirmForm(tied=rows)
    assert list(tied.fields["chosen"].queryset.order_by("pk")) == rows


def test_empty_lines_are_nobody(site: SmallSite) -> None:
    who = person()
    words = candidate_words(1, who)
    words |= {"candidates-TOTAL_FORMS": "3", "candidates-1-person": "", "candidates-2-person": ""}
    formset = candidates_formset([], words, 1)
    assert formset.is_valid(), formset.errors
    assert formset.standing() == [Standing(who, None)]


def test_who_stands_already_is_shown(site: SmallSite) -> None:
    rows = candidates(site, 2)
    formset = candidates_formset(rows, None, 2)
    assert [form["person"].value() for form in formset] == [
        *(row.person_id for row in rows),
        None,
        None,
    ]


def test_votes_that_are_missing_are_asked_about_once(site: SmallSite) -> None:
    first, second = candidates(site, 2)
    words = vote_words(1, {first.pk: "3", second.pk: 0}, blank_votes="1")
    form = VoteForm(words, instance=first.election, candidates=[first, second])
    assert list(form.errors) == ["absent"]
    assert "۵" in form.errors["absent"][0]  # of the nine
    assert form["absent"] in [field for part in form.parts() for row in part.rows for field in row]
    meant = VoteForm(words | {"absent": "on"}, instance=first.election, candidates=[first, second])
    assert meant.is_valid(), meant.errors


def test_more_than_can_stand_are_refused_and_none_is_cut_off(site: SmallSite) -> None:
    people = [person() for _place in range(MOST_CANDIDATES + 1)]
    formset = candidates_formset([], candidate_words(1, *people), 1)
    assert not formset.is_valid()
    assert len(formset.forms) == len(people)
    assert "۵۰" in formset.non_form_errors()[0]
