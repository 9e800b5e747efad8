from typing import Any

from django.template import Context, Template
from django.test import RequestFactory

from tests.making import live_news, small_site

TEMPLATE = Template("{% load prcouncil_sharing %}{% prc_open_graph as og %}{{ og.shared.title }}")


def test_it_tells_of_the_page_that_is_shown(db: None, rf: RequestFactory) -> None:
    page = live_news(small_site(), title="سد")
    request: Any = rf.get("/", HTTP_HOST="localhost")
    assert TEMPLATE.render(Context({"page": page, "request": request})) == "سد"


def test_a_component_without_a_request_is_told_of_nothing() -> None:
    assert TEMPLATE.render(Context({"page": None})) == ""
