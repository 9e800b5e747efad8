"""Two at the same moment over HTTP: one signs, the other is told so, and no number is left out."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from tests.charters.admin.desk import place
from tests.charters.admin.test_signatures import words
from tests.charters.making import adopted, charter, signatory
from tests.charters.test_links import invited
from tests.councils.admin.desk import chief
from tests.councils.making import council
from tests.making import small_site
from tests.parallel import in_threads
from wagtail_prcouncil.charters.links import token_of
from wagtail_prcouncil.charters.models import Signature

pytestmark = [pytest.mark.needs("postgres"), pytest.mark.django_db(transaction=True)]


def statuses(*calls: Callable[[], Any]) -> list[int]:
    """What each was answered, when they come at once."""
    answers: list[int] = []
    in_threads([lambda call=call: answers.append(call().status_code) for call in calls])
    return sorted(answers)


def test_of_two_posts_of_one_link_one_signs() -> None:
    cache.clear()
    made = invited(small_site())
    path = f"/charters/sign/{token_of(made)}/"
    assert statuses(*[lambda: Client().post(path)] * 4) == [303, 410, 410, 410]
    assert Signature.objects.get().number == 1


def test_of_two_records_of_one_person_one_is_kept_and_numbers_have_no_gap() -> None:
    version = adopted(charter(council(small_site())))
    people = [signatory(version.charter) for _ in range(3)]
    client, path = chief(), place("sign", version)
    sent = [words(seat.agency, who) for seat, who in people for _ in range(2)]
    assert statuses(*[lambda said=said: _post(client, path, said) for said in sent]) == [
        302,
        302,
        302,
        409,
        409,
        409,
    ]
    numbers = Signature.objects.order_by("number").values_list("number", flat=True)
    assert list(numbers) == [1, 2, 3]


def _post(client: Client, path: str, said: dict[str, Any]) -> Any:
    """Of the same login, by a client of its own."""
    own = Client()
    own.cookies = client.cookies
    return own.post(path, said)
