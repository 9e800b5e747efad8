import pytest

from tests.comments.making import open_page, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.models import Decision, LedgerIsAppendOnlyError


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
