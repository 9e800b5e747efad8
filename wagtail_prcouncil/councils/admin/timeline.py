"""A council's desk in the admin: who sat in which seat from when to when, and what can be done."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import Media
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button, HeaderButton

from wagtail_prcouncil.councils.admin.asking import LOOK, found_within
from wagtail_prcouncil.councils.admin.places import SEAT_LIST
from wagtail_prcouncil.councils.admin.policies import SEATS, SEEING, sitting_seen_by
from wagtail_prcouncil.councils.admin.seats import council_buttons
from wagtail_prcouncil.councils.days import FIRST_DAY
from wagtail_prcouncil.councils.models import CouncilPage, Term
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.public.tenures import Frame, tenure_of, with_first_day
from wagtail_prcouncil.ui.languages import page_language
from wagtail_prcouncil.ui.tenure import Tenure

DRAWING = Media(css={"all": ["prcouncil_councils/admin-tenure.css"]})


class TimelineView(WagtailAdminTemplateMixin, TemplateView):
    """All seats in their order, over the whole life of the council or one of its terms. Two
    queries, however many sat there."""

    template_name = "prcouncil_councils/admin/timeline.html"
    page_title = _("Timeline")
    header_icon = "history"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        scope = sitting_seen_by(request.user)
        if not scope:
            raise PermissionDenied
        councils = CouncilPage.objects.originals()
        self.council: CouncilPage = found_within(councils, scope, "", kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def terms(self) -> list[Term]:
        return list(self.council.terms.latest_first().filter(since__lte=today()))

    @cached_property
    def term(self) -> Term | None:
        """The one that the address asks for."""
        asked = self.request.GET.get("term", "")
        return next((term for term in self.terms if str(term.pk) == asked), None)

    @property
    def tenure(self) -> Tenure | None:
        there = with_first_day(self.council.seats.in_order())
        seats = list(there.select_related("agency"))
        ended_on = self.council.closed_on
        day = min(today(), ended_on) if ended_on else today()
        # Drawn from the first day that somebody sat there.
        frame = Frame(FIRST_DAY, day, is_open=ended_on is None)
        if self.term is not None:
            frame = frame._replace(since=self.term.since)
            if self.term.until is not None and self.term.until < day:
                frame = frame._replace(until=self.term.until, is_open=False)
        return tenure_of(seats, frame, page_language(None))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        place = self.request.path
        switch = [{"label": _("all the time"), "url": place, "is_current": self.term is None}]
        for term in self.terms:
            url = f"{place}?term={term.pk}"
            switch.append({"label": str(term), "url": url, "is_current": term == self.term})
        return super().get_context_data(**kwargs) | {
            "media": LOOK + DRAWING,
            "council": self.council,
            "tenure": self.tenure,
            "switch": switch if self.terms else [],
        }

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        if not SEATS.scope_of_any(self.request.user, SEEING).covers(self.council):
            return []
        url = f"{SEAT_LIST.place()}?council={self.council.pk}"
        return [HeaderButton(gettext("Seats"), url=url, icon_name="group")]

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        buttons = [
            button
            for button in council_buttons(self.council, self.request.user)
            if button.url != self.request.path
        ]
        if SEATS.scope(self.request.user, "add").covers(self.council):
            url = f"{SEAT_LIST.place('add')}?council={self.council.pk}"
            buttons.append(Button(_("Add a seat"), url=url, icon_name="plus", priority=5))
        return buttons

    def get_page_subtitle(self) -> str:
        return self.council.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        here = {"url": "", "label": self.page_title, "sublabel": self.council.title}
        return [*self.breadcrumbs_items, SEAT_LIST.crumb(), here]
