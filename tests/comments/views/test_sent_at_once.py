"""T13 over HTTP: one form sent twenty times at the same moment."""

import pytest
from django.test import Client

from tests.comments.making import open_page
from tests.comments.writing import FILLED, form_address, written_token
from tests.making import small_site
from tests.parallel import in_threads
from wagtail_prcouncil.comments.models import HashKey, ReaderComment, Thread

pytestmark = [pytest.mark.needs("postgres"), pytest.mark.django_db(transaction=True)]


def test_t13_twenty_at_once_are_one_comment() -> None:
    """The first on this page, and the first of the key's time."""
    page = open_page(small_site())
    body = {"token": str(written_token(page)), **FILLED}
    answers: list[tuple[int, str]] = []

    def send() -> None:
        response = Client().post(form_address(page), body)
        answers.append((response.status_code, response["Location"]))

    in_threads([send] * 20)
    assert set(answers) == {(303, f"{form_address(page)}?received")}
    assert ReaderComment.objects.count() == Thread.objects.count() == HashKey.objects.count() == 1
