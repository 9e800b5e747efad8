"""The error pages by number, to be looked at: `/errors/404/`, `/en/errors/404/`."""

from django.urls import path

from wagtail_prcouncil.ui import errors

MISTAKE = {"exception": Exception("an example")}

urlpatterns = [
    path("403/", errors.permission_denied, MISTAKE),
    path("404/", errors.page_not_found, MISTAKE),
    path("410/", errors.gone),
    path("500/", errors.server_error),
]
