from wagtail_prcouncil.audience.forms import VoteForm
from wagtail_prcouncil.audience.models.vote import LONGEST_REASON


def test_an_answer_is_enough() -> None:
    form = VoteForm({"answer": "yes"})
    assert form.is_valid()
    assert form.is_useful
    assert not VoteForm({"answer": "no"}).errors


def test_a_reason_is_stored_in_one_spelling() -> None:
    form = VoteForm({"answer": "no", "reason": "  كوتاه  "})
    assert form.is_valid()
    assert form.cleaned_data["reason"] == "کوتاه"


def test_wrong_answers_are_told() -> None:
    assert "answer" in VoteForm({}).errors
    assert "answer" in VoteForm({"answer": "perhaps"}).errors
    assert "reason" in VoteForm({"answer": "no", "reason": "x" * (LONGEST_REASON + 1)}).errors
    assert "reason" in VoteForm({"answer": "no", "reason": "a\0b"}).errors
