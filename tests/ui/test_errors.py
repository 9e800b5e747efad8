"""Error pages: in the site's face and the address's language, and without a cookie."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import path
from django.utils import translation
from django.views.decorators.csrf import csrf_protect
from ministry.urls import *  # noqa: F403 - the site's own addresses, handlers included
from ministry.urls import urlpatterns as site_patterns

from tests.making import SmallSite
from wagtail_prcouncil.ui.errors import gone, server_error


def forbidden(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("on purpose")


@csrf_protect
def form(request: HttpRequest) -> HttpResponse:
    raise Http404


urlpatterns = [
    *(path(f"{prefix}forbidden/", forbidden) for prefix in ("", "en/")),
    *(path(f"{prefix}broken/", broken) for prefix in ("", "en/")),
    path("form/", form),
    *(path(f"{prefix}gone/", gone) for prefix in ("", "en/")),
    *site_patterns,
]

PAGES = {"nowhere": 404, "gone": 410, "forbidden": 403, "broken": 500}


def answer(address: str) -> HttpResponse:
    with override_settings(ROOT_URLCONF=__name__):
        return Client(raise_request_exception=False).get(address)


@pytest.mark.parametrize(("name", "status"), PAGES.items())
@pytest.mark.parametrize(
    ("prefix", "tag"),
    [("/", '<html lang="fa" dir="rtl">'), ("/en/", '<html lang="en" dir="ltr">')],
)
def test_each_page(site: SmallSite, name: str, status: int, prefix: str, tag: str) -> None:
    response = answer(f"{prefix}{name}/")
    html = response.content.decode()
    assert response.status_code == status
    assert tag in html
    assert len(re.findall("<h1", html)) == 1
    assert '<meta name="robots" content="noindex">' in html
    assert f'href="{prefix}"' in html, "the way home, in the same language"
    assert "prcouncil_ui/prcouncil.css" in html
    assert not response.cookies
    assert "cookie" not in response.headers.get("Vary", "").lower()


@pytest.mark.parametrize("name", ["nowhere", "gone"])
def test_what_is_not_there_can_be_searched_for(site: SmallSite, name: str) -> None:
    assert answer(f"/{name}/").content.decode().count('role="search"') == 1


def test_what_is_gone_is_said(site: SmallSite, rf: RequestFactory) -> None:
    with translation.override("en"):
        said = gone(rf.get("/en/"), "Report <12> has been withdrawn.").content.decode()
    assert "Report &lt;12&gt; has been withdrawn." in said


def test_a_form_without_its_token(site: SmallSite) -> None:
    with override_settings(ROOT_URLCONF=__name__):
        response = Client(enforce_csrf_checks=True).post("/form/", {"words": "سلام"})
    assert response.status_code == 403
    assert '<html lang="fa" dir="rtl">' in response.content.decode()
    assert "prc-kicker" in response.content.decode()
    assert not response.cookies


def test_a_failure_asks_nothing_of_the_database(rf: RequestFactory) -> None:
    """This test may not use one. The language is the address's, whatever the browser prefers."""
    for address, tag in (("/x/", 'lang="fa"'), ("/en/x/", 'lang="en"'), ("/english/", 'lang="fa"')):
        request = rf.get(address, headers={"accept-language": "de"})
        with translation.override("de"):
            response = server_error(request)
        assert response.status_code == 500
        assert tag in response.content.decode()


def test_strict_policies_hold(site: SmallSite) -> None:
    for name in PAGES:
        html = answer(f"/{name}/").content.decode()
        assert not re.search(r"<style|\sstyle=|\son\w+=", html), name
