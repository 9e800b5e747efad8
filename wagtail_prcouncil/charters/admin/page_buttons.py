"""From the page of a charter, or of a council, to the desk."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from wagtail_prcouncil.charters.admin.places import LISTING
from wagtail_prcouncil.charters.admin.policies import CHARTERS, SEEING
from wagtail_prcouncil.charters.models import Charter, CharterPage
from wagtail_prcouncil.councils.models import CouncilPage


def page_buttons(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Of any translation those of its original. Only what the user may."""
    kind = page.specific_class or Page
    if issubclass(kind, CharterPage):
        yield from _of_a_charter(page.specific, user)
    elif issubclass(kind, CouncilPage):
        council: CouncilPage = page.specific.original()
        if CHARTERS.scope_of_any(user, SEEING).covers(council):
            url = f"{LISTING.place()}?council={council.pk}"
            yield Button(_("Charters"), url=url, icon_name="doc-full-inverse", priority=187)
        if CHARTERS.scope(user, "add").covers(council) and council.closed_on is None:
            url = f"{LISTING.place('add')}?council={council.pk}"
            yield Button(_("New charter"), url=url, icon_name="plus", priority=188)


def _of_a_charter(page: CharterPage, user: Any) -> Iterator[Button]:
    if page.pk is None:
        return
    charter = Charter.objects.of_page(page).select_related("council").first()
    if charter and CHARTERS.scope_of_any(user, SEEING).covers(charter.council):
        desk = LISTING.place("text", charter.pk)
        yield Button(_("Secretary’s desk"), url=desk, icon_name="doc-full-inverse", priority=1)
