import pytest
from django.utils import translation

from tests.comments.making import open_page, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.models import Decision, LedgerIsAppendOnlyError
from wagtail_prcouncil.comments.states import Verb


def test_what_was_decided_stays(site: SmallSite) -> None:
    published(open_page(site))
    decision = Decision.objects.get()
    decision.reason = "libel"
    for change in (
        decision.save,
        decision.delete,
        Decision.objects.all().delete,
        lambda: Decision.objects.update(reason="libel"),
    ):
        with pytest.raises(LedgerIsAppendOnlyError):
            change()
    assert Decision.objects.get().reason == ""


def test_each_is_told_in_words(site: SmallSite) -> None:
    published(open_page(site))
    with translation.override("en"):
        assert Decision.objects.get().told == "Comment approved"
        assert all(Decision(verb=verb).told for verb in Verb)
