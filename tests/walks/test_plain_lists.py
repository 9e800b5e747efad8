"""Lists of the admin that leave as no file, whatever is written behind their addresses."""

from importlib import import_module

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets import viewsets
from wagtail.admin.viewsets.model import ModelViewSet

from wagtail_prcouncil.exchange.listings import TableExportMixin

import_module("wagtail.admin.urls")  # which registers them
LISTS = [
    found
    for found in viewsets.viewsets
    if isinstance(found, ModelViewSet)
    and type(found).__module__.startswith("wagtail_prcouncil.")
    and issubclass(found.index_view_class, IndexView)
    and not issubclass(found.index_view_class, TableExportMixin)
]


def test_there_are_some() -> None:
    assert {"prcouncil_bans", "prcouncil_section_desks"} < {found.name for found in LISTS}


@pytest.mark.parametrize("found", LISTS, ids=lambda found: found.name)
def test_it_is_read_as_ever(found: ModelViewSet, admin_client: Client) -> None:
    response = admin_client.get(f"{reverse(found.get_url_name('index'))}?export=csv")
    assert response["Content-Type"].startswith("text/html")
