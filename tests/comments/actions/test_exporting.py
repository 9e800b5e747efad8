import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import ModelLogEntry

from tests.comments.making import moderator, open_page, posted
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions.exporting import export_comments
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.states import Right


def test_what_lies_within_the_scope_goes_and_the_log_says_how_many(site: SmallSite) -> None:
    """T22: the log quotes nobody."""
    posted(open_page(site), "متن پنهان", name="رضا نمونه", email="reza@example.invalid")
    boss = moderator(site.section)
    everything = ReaderComment.objects.all()
    assert export_comments(everything, "csv", by=boss).count() == 1
    entry = ModelLogEntry.objects.get(action="prcouncil_comments.export")
    assert entry.user == boss
    assert entry.data == {"kind": "csv", "comments": 1}
    assert export_comments(everything, "csv", by=moderator(site.index_en)).count() == 0


def test_moderating_alone_takes_nothing_away(site: SmallSite) -> None:
    """T15: the export is a right of its own."""
    posted(open_page(site))
    with pytest.raises(PermissionDenied):
        everything = ReaderComment.objects.all()
        export_comments(everything, "csv", by=moderator(site.index, rights=(Right.MODERATE,)))
    assert not ModelLogEntry.objects.filter(action="prcouncil_comments.export").exists()
