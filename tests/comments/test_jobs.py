from tests.comments.actions.test_keeping import days_ago, moved
from tests.comments.making import open_page, posted
from tests.making import SmallSite
from wagtail_prcouncil.clock.actions import tick
from wagtail_prcouncil.comments.models import CountedMonth
from wagtail_prcouncil.comments.states import Status


def test_the_clock_keeps_to_the_rules(site: SmallSite) -> None:
    comment = moved(posted(open_page(site)), posted_at=days_ago(366))
    runs = {run.name: run.error for run in tick() if run.name.startswith("comments.")}
    assert runs["comments.keeping"] == ""
    assert moved(comment).status == Status.ERASED


def test_the_clock_counts_the_months(site: SmallSite) -> None:
    runs = {run.name: run.error for run in tick() if run.name.startswith("comments.")}
    assert runs["comments.counting"] == ""
    assert CountedMonth.objects.count() == 24
