"""From a council's page to what hangs on it."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from wagtail_prcouncil.councils.admin.places import SEAT_LIST
from wagtail_prcouncil.councils.admin.policies import SEATS, SEEING, sitting_seen_by
from wagtail_prcouncil.councils.admin.seats import council_buttons
from wagtail_prcouncil.councils.models import CouncilPage


def page_buttons(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Seats, timeline, order, and the change of state that is due; of any translation those of its
    original. Only what the user may."""
    if not issubclass(page.specific_class or Page, CouncilPage):
        return
    council: CouncilPage = page.specific.original()
    if SEATS.scope_of_any(user, SEEING).covers(council):
        url = f"{SEAT_LIST.place()}?council={council.pk}"
        yield Button(_("Seats"), url=url, icon_name="group", priority=180)
    if sitting_seen_by(user).covers(council):
        for button in council_buttons(council, user):
            button.priority += 171
            yield button
    if council.permissions_for_user(user).can_publish():
        closed = council.closed_on is not None
        name = "prcouncil_councils_reopen" if closed else "prcouncil_councils_close"
        label = _("Open again…") if closed else _("Close the council…")
        icon = "lock-open" if closed else "lock"
        yield Button(label, url=reverse(name, args=[council.pk]), icon_name=icon, priority=190)
