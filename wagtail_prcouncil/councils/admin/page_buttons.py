"""From a council's page to what hangs on it, and from a page below it to its desk."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from wagtail_prcouncil.councils.admin.places import SEAT_LIST, Listing
from wagtail_prcouncil.councils.admin.policies import (
    SEATS,
    SEEING,
    CouncilPolicy,
    sitting_seen_by,
)
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


class WayToDesk(NamedTuple):
    """From pages of a kind to the desk of their rows, on which somebody comes to `first_tab`, and
    from a council's page to the list of these rows and, by `new`, to one more. `seeing` are the
    rights of which one lets somebody in; `priority` is that of the way to the list."""

    pages: type[Page]
    rows: Any
    policy: CouncilPolicy
    seeing: Sequence[str]
    listing: Listing
    first_tab: str
    icon: str
    new: str | Promise
    priority: int

    def buttons(
        self, page: Page, user: Any, view_name: str, next_url: str | None = None
    ) -> Iterator[Button]:
        """Of any translation those of its original. Only what the user may."""
        kind = page.specific_class or Page
        if issubclass(kind, self.pages):
            yield from self._to_the_desk(page.specific, user)
        elif issubclass(kind, CouncilPage):
            yield from self._of_a_council(page.specific.original(), user)

    def _to_the_desk(self, page: Page, user: Any) -> Iterator[Button]:
        if page.pk is None:
            return
        row = self.rows.of_page(page).select_related("council").first()
        if row and self.policy.scope_of_any(user, self.seeing).covers(row.council):
            desk = self.listing.place(self.first_tab, row.pk)
            yield Button(_("Secretary’s desk"), url=desk, icon_name=self.icon, priority=1)

    def _of_a_council(self, council: CouncilPage, user: Any) -> Iterator[Button]:
        of_it, label = f"?council={council.pk}", self.listing.label
        if self.policy.scope_of_any(user, self.seeing).covers(council):
            url = f"{self.listing.place()}{of_it}"
            yield Button(label, url=url, icon_name=self.icon, priority=self.priority)
        if self.policy.scope(user, "add").covers(council) and council.closed_on is None:
            url = f"{self.listing.place('add')}{of_it}"
            yield Button(self.new, url=url, icon_name="plus", priority=self.priority + 1)
