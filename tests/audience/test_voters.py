import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from wagtail_prcouncil.audience import voters


def test_a_browser_keeps_its_mark() -> None:
    request = RequestFactory().get("/")
    mark = voters.mark_in(request)
    response = HttpResponse()
    voters.remember(response, mark, request)
    again = RequestFactory().get("/")
    again.COOKIES[voters.COOKIE] = response.cookies[voters.COOKIE].value
    assert voters.mark_in(again) == mark
    assert voters.mark_in(request) != mark, "drawn anew for whoever has none"


@pytest.mark.parametrize("made_up", ["", "x", "../" * 11, "x" * 33, "۱" * 32])
def test_marks_of_ours_only(made_up: str) -> None:
    request = RequestFactory().get("/")
    request.COOKIES[voters.COOKIE] = made_up
    assert voters.mark_in(request) != made_up


def test_the_cookie_goes_where_votes_are_cast() -> None:
    assert voters.cookie_path() == "/audience/vote/"
    assert voters.cookie().days == 365
