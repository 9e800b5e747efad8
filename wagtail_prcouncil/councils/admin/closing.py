"""Closing a council and opening it again, in the admin: `actions.closing` decides."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from wagtail_prcouncil.councils.actions.closing import close_council, reopen_council
from wagtail_prcouncil.councils.admin.answers import Answers
from wagtail_prcouncil.councils.admin.asking import AskingView, Fact, Found
from wagtail_prcouncil.councils.admin.reading import day_as_read
from wagtail_prcouncil.councils.models import Appointment, CouncilPage, Election
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.scopes import Scope
from wagtail_prcouncil.councils.states import CouncilEnd
from wagtail_prcouncil.fields import CanonicalTextField
from wagtail_prcouncil.pages.numerals import in_numerals
from wagtail_prcouncil.ui.forms import form_field
from wagtail_prcouncil.ui.jalali.form_fields import AdminJalaliDateField


class ClosingForm(Answers, forms.Form):
    """When and why a council ends. The rules are those of the action."""

    on = AdminJalaliDateField(
        label=_("Day of closing"), help_text=_("The last day on which the council existed.")
    )
    reason = forms.ChoiceField(
        label=_("Reason"), choices=CouncilEnd.choices, widget=forms.RadioSelect
    )
    note = form_field(CanonicalTextField(_("In words"), blank=True))


class ReopeningForm(Answers, forms.Form):
    """Nothing is asked."""


class _StateView(AskingView):
    """Of the original of a council's page, for whoever may publish it."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        page = CouncilPage.objects.filter(pk=kwargs["pk"]).first()
        if page is None:
            raise Http404
        self.council: CouncilPage = page.original()
        may = self.council.permissions_for_user(request.user)
        if not may.can_edit():
            raise Http404
        if not may.can_publish():
            raise PermissionDenied
        self.scope = Scope()
        return super(AskingView, self).dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.is_due(self.council):
            messages.warning(request, gettext("Somebody else was first."))
            return redirect(self.get_success_url())
        response: HttpResponse = super().get(request, *args, **kwargs)
        return response

    def is_due(self, council: CouncilPage) -> bool:
        """Whether the council is in the state that the change starts from."""
        raise NotImplementedError

    def now(self) -> Found:
        row = CouncilPage.objects.filter(pk=self.council.pk).first()
        if row is None:
            return Found(is_settled=True)
        return Found(row, closing_facts(row), is_settled=not self.is_due(row))

    def get_page_subtitle(self) -> str:
        return self.council.title

    def get_success_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.council.pk])

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        page = {"url": self.get_success_url(), "label": self.council.title}
        return [*self.breadcrumbs_items, page, {"url": "", "label": self.get_page_title()}]


def closing_facts(council: CouncilPage) -> Iterator[Fact]:
    """That it is closed, or that it is not."""
    if council.closed_on is None:
        yield Fact(_("Council"), gettext("open"))
        return
    yield Fact(_("Closed on"), day_as_read(council.closed_on))
    yield Fact(_("Reason"), council.get_closing_reason_display())
    if council.closing_note:
        yield Fact(_("In words"), council.closing_note)


class CloseView(_StateView):
    """A council ends; whoever sits there that day sits no longer."""

    form_class = ClosingForm
    page_title = _("Close the council")
    header_icon = "lock"
    submit_button_label = _("Close the council")
    is_serious = True

    def is_due(self, council: CouncilPage) -> bool:
        return council.closed_on is None

    def get_initial(self) -> dict[str, Any]:
        return {"on": today()}

    def act(self, form: ClosingForm) -> str:
        close_council(self.council, **form.cleaned_data, by=self.by)
        return gettext("“%(council)s” is closed.") % {"council": self.council.title}

    def facts(self) -> Iterable[Fact]:
        sitting = Appointment.objects.of_council(self.council).current().count()
        yield Fact(_("Sit there today and will leave"), in_numerals(sitting))
        for election in Election.objects.of_council(self.council).open().select_related("seat"):
            first = gettext("confirm or annul it first")
            yield Fact(_("Open election"), election.seat.name_as_read(), first)


class ReopenView(_StateView):
    """A closing is undone."""

    form_class = ReopeningForm
    page_title = _("Open the council again")
    header_icon = "lock-open"
    submit_button_label = _("Open it again")

    def is_due(self, council: CouncilPage) -> bool:
        return council.closed_on is not None

    def act(self, form: ReopeningForm) -> str:
        reopen_council(self.council, by=self.by)
        words = {"council": self.council.title}
        sentence = gettext("“%(council)s” is open again. Who sits there now is to be written anew.")
        return sentence % words

    def facts(self) -> Iterable[Fact]:
        return closing_facts(self.council)


def addresses() -> list[URLPattern]:
    close, reopen = CloseView.as_view(), ReopenView.as_view()
    return [
        path("councils/close/<council_key:pk>/", close, name="prcouncil_councils_close"),
        path("councils/reopen/<council_key:pk>/", reopen, name="prcouncil_councils_reopen"),
    ]
