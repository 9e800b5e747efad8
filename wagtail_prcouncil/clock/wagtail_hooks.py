from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from wagtail_prcouncil.clock.jobs import Job
from wagtail_prcouncil.clock.publishing import publish_scheduled_job
from wagtail_prcouncil.clock.warning import ClockWarning


@hooks.register("register_prcouncil_job", order=-10)
def register_publishing() -> Job:
    return publish_scheduled_job()


@hooks.register("construct_homepage_panels")
def warn_of_silence(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(ClockWarning())
