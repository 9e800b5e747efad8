"""A page is deleted while its text is adopted: nobody gets an error, nothing is lost."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail import hooks

from tests.charters.admin.desk import chief
from tests.charters.making import A_DAY, charter, draft
from tests.charters.test_deleting import of_page
from tests.councils.making import council
from tests.councils.test_parallel import at_once
from tests.making import small_site
from wagtail_prcouncil.charters.actions import adopting
from wagtail_prcouncil.charters.actions.locking import locked_charter
from wagtail_prcouncil.charters.models import Charter, CharterPage, CharterVersion
from wagtail_prcouncil.charters.rules import ConflictError
from wagtail_prcouncil.charters.states import VersionState
from wagtail_prcouncil.councils.models.seat import today

pytestmark = [pytest.mark.needs("postgres"), pytest.mark.django_db(transaction=True)]
WAITS = 4
"""Seconds; only a deletion that does not wait goes on within them."""


def clicked(client: Client, address: str) -> HttpResponse:
    try:
        return client.post(address)
    finally:
        connection.close()


@pytest.mark.parametrize("how", [0, 1], ids=["alone", "in_bulk"])
@pytest.mark.parametrize("above", [False, True], ids=["page", "list_above"])
def test_what_is_adopted_meanwhile_stays_and_is_named(how: int, above: bool) -> None:
    """Asking what holds a page locks its charters: nobody adopts between that and the deletion,
    which would be a ProtectedError."""
    one = charter(council(small_site()), title="میثاق پایدار")
    found, client = draft(one), chief()
    page = one.page.get_parent() if above else one.page
    address = of_page(page)[how]
    asked, is_adopted = Event(), Event()

    def between(*given: object) -> None:
        """After Wagtail asked what holds the page, before it is deleted."""
        asked.set()
        is_adopted.wait(WAITS)

    hook = ["before_delete_page", "before_bulk_action"][how]
    client.get(address)  # the first takes long
    with ThreadPoolExecutor(1) as pool, hooks.register_temporarily(hook, between, order=10):
        with transaction.atomic():
            locked_charter(one)
            deleting = pool.submit(clicked, client, address)
            assert not asked.wait(WAITS)
            day = today() - A_DAY
            adopting.adopt(found, adopted_on=day, in_force_from=day, version=None)
        is_adopted.set()
        answer = deleting.result()
    assert answer.status_code == 409
    assert str(one) in answer.content.decode()
    assert reverse("prcouncil_charters:edit", args=[one.pk]) in answer.content.decode()
    assert CharterPage.objects.filter(pk=one.page_id).exists()
    assert CharterVersion.objects.get().state == VersionState.ADOPTED


def test_of_one_who_deletes_and_one_who_adopts_one_is_told() -> None:
    one = charter(council(small_site()))
    found, client = draft(one), chief()
    day = today() - A_DAY
    given = {"adopted_on": day, "in_force_from": day}
    came_to, answer = at_once(
        lambda: adopting.adopt(found, version=None, **given),  # type: ignore[arg-type]
        lambda: client.post(of_page(one.page)[0]),
    )
    assert isinstance(answer, HttpResponse)
    is_gone = answer.status_code == 302
    assert is_gone or answer.status_code == 409
    assert isinstance(came_to, ConflictError if is_gone else CharterVersion)
    assert Charter.objects.filter(pk=one.pk).exists() != is_gone
