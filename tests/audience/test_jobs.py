from tests.audience.making import viewed
from tests.making import SmallSite, live_news
from wagtail_prcouncil.audience.models import MostRead
from wagtail_prcouncil.audience.states import Period
from wagtail_prcouncil.clock.actions import tick
from wagtail_prcouncil.clock.jobs import registered_jobs


def test_the_clock_does_the_work_of_audience(site: SmallSite) -> None:
    viewed(live_news(site), 3)
    runs = {run.name: run.error for run in tick() if run.name.startswith("audience.")}
    assert set(runs) == {job.name for job in registered_jobs() if "audience" in job.name}
    assert set(runs.values()) == {""}
    assert len(runs) == 5
    assert set(MostRead.objects.values_list("period", flat=True)) == set(Period)
