"""Outgoing mail in the menu."""

from django.test import Client
from django.urls import NoReverseMatch, reverse


def test_administrators_find_it_and_change_nothing_there(admin_client: Client) -> None:
    address = reverse("prcouncil_messages:index")
    assert address in admin_client.get(reverse("wagtailadmin_home")).content.decode()
    for name in ("add", "edit", "delete"):
        try:
            reverse(f"prcouncil_messages:{name}", args=[1])
        except NoReverseMatch:
            continue
        raise AssertionError(name)
