"""Wagtail's admin asks each superuser's screen for the pages at the top of the tree."""

import pytest
from django.db import connection
from wagtail.models import Page

pytestmark = pytest.mark.django_db

INDEX = "prcouncil_pages_roots"


def test_an_index_holds_the_top_of_the_tree() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # which reads a table of three rows as it is
            cursor.execute("SET LOCAL enable_seqscan = off")
        assert INDEX in Page.get_root_nodes().explain()
        assert [page.depth for page in Page.get_root_nodes()] == [1]
