"""What charters put on the page of a council: those that it keeps or shares."""

from typing import Any

from django.http import HttpRequest

from wagtail_prcouncil.charters.public.lists import CharterList
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.ui.slots import PageSlot

MOST = 6


def of_council(page: CouncilPage, request: HttpRequest) -> dict[str, Any] | None:
    """None where it has none. One query then; three else."""
    charters = CharterList(page, request, page.translation_key)
    if not charters.entries:
        return None
    return {"entries": charters.entries[:MOST], "index_url": charters.url}


FILLED = (
    PageSlot(
        "council_main",
        "prcouncil_charters/slots/council.html",
        of_council,
        (CouncilPage,),
        order=60,
    ),
)
"""Registered in wagtail_hooks.py."""
