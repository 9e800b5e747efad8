from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from wagtail_prcouncil.outbox import jobs
from wagtail_prcouncil.outbox.viewsets import MessageViewSet
from wagtail_prcouncil.outbox.warning import OutboxWarning

hooks.register("register_prcouncil_job", jobs.send_job)
hooks.register("register_prcouncil_job", jobs.tidy_job)
hooks.register("register_admin_viewset", MessageViewSet)


@hooks.register("construct_homepage_panels")
def warn_of_failures(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(OutboxWarning())
