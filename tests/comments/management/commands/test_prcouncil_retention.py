from io import StringIO

from django.core.management import call_command

from tests.comments.actions.test_keeping import days_ago, moved
from tests.comments.making import open_page, posted
from tests.making import SmallSite
from wagtail_prcouncil.comments.states import Status


def test_counts_are_told_and_on_a_dry_run_nothing_is_done(site: SmallSite) -> None:
    comment = moved(posted(open_page(site)), posted_at=days_ago(366))
    for options in ({"dry_run": True}, {}):
        assert moved(comment).status == Status.PENDING
        out = StringIO()
        call_command("prcouncil_retention", stdout=out, **options)
        assert "undecided comments: 1\n" in out.getvalue()
    assert moved(comment).status == Status.ERASED
