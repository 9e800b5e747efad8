"""Lists of the admin that leave as no file, whatever is written behind their addresses."""

from importlib import import_module

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets import viewsets
from wagtail.admin.viewsets.base import ViewSet

from wagtail_prcouncil.exchange.listings import TableExportMixin

import_module("wagtail.admin.urls")  # which registers them


def _view(found: ViewSet) -> type | None:
    """What draws a viewset's list: Wagtail's viewsets and ours name it differently."""
    return getattr(found, "index_view_class", None) or getattr(found, "listing_class", None)


LISTS = [
    found
    for found in viewsets.viewsets
    if type(found).__module__.startswith("wagtail_prcouncil.")
    and issubclass(_view(found) or type, IndexView)
    and not issubclass(_view(found) or type, TableExportMixin)
]


def test_there_are_some() -> None:
    names = {"prcouncil_bans", "prcouncil_comment_policies", "prcouncil_section_desks"}
    assert names < {found.name for found in LISTS}


@pytest.mark.parametrize("found", LISTS, ids=lambda found: found.name)
def test_it_is_read_as_ever(found: ViewSet, admin_client: Client) -> None:
    response = admin_client.get(f"{reverse(found.get_url_name('index'))}?export=csv")
    assert response["Content-Type"].startswith("text/html")
