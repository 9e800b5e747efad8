from django.http import HttpRequest

from tests.making import SmallSite
from wagtail_prcouncil.ui.trail import Step


def test_a_step_is_told_to_readers_and_to_machines(site: SmallSite, request_: HttpRequest) -> None:
    step = Step.of(site.index, request_)
    assert step == ("خبرها", site.index.url, site.index.full_url)


def test_without_a_site_it_leads_nowhere(site: SmallSite, request_: HttpRequest) -> None:
    site.site.delete()
    assert Step.of(site.index, request_) == ("خبرها", "", "")
