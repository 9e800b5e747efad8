"""Wrong methods on addresses of ours that are no pages of Wagtail's tree."""

import pytest
from django.test import Client

from tests.making import SmallSite, live_news
from wagtail_prcouncil.audience.tokens import token_for

READ_ONLY = [
    "/sitemap.xml",
    "/news-sitemap.xml",
    "/feeds/news.rss",
    "/feeds/news.atom",
    "/feeds/news.json",
    "/search/",
    "/privacy/",
    "/n/{code}/",
    "/brand/1-0123456789abcdef.css",
]


def answered(method: str, path: str, site: SmallSite) -> tuple[int, str]:
    page = live_news(site)
    path = path.format(code=page.code, page=page.pk)
    response = Client(enforce_csrf_checks=True).generic(method, path)
    return response.status_code, response.headers.get("Allow", "")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("path", READ_ONLY)
def test_what_is_only_read(site: SmallSite, path: str, method: str) -> None:
    assert answered(method, path, site) == (405, "GET, HEAD")


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_what_readers_may_send(site: SmallSite, method: str) -> None:
    assert answered(method, "/audience/vote/{page}/", site) == (405, "GET, HEAD, POST")
    assert answered(method, "/audience/seen/", site) == (405, "POST")


def test_a_vote_without_the_token_of_its_form_is_refused_as_before(site: SmallSite) -> None:
    assert answered("POST", "/audience/vote/{page}/", site)[0] == 403
    page, client = live_news(site), Client(enforce_csrf_checks=True)
    address = f"/audience/vote/{page.pk}/"
    client.get(address)
    token = client.cookies["csrftoken"].value
    sent = {"csrfmiddlewaretoken": token, "answer": "yes"}
    assert client.post(address, sent).status_code == 303


def test_the_count_of_a_view_needs_no_form(site: SmallSite) -> None:
    client, page = Client(enforce_csrf_checks=True), live_news(site)
    token = token_for(page.pk)
    assert client.post("/audience/seen/", token, content_type="text/plain").status_code == 204
