"""A member signs with his login: what waits for him stands on the dashboard."""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.ui.components import Component

from wagtail_prcouncil.charters.actions.inviting import sign_by_invitation
from wagtail_prcouncil.charters.admin.reading import number_as_read
from wagtail_prcouncil.charters.admin.signature_reading import invitation_facts
from wagtail_prcouncil.charters.admin.tabs import DESK
from wagtail_prcouncil.charters.models import Invitation
from wagtail_prcouncil.charters.public.signing import Signing
from wagtail_prcouncil.charters.states import TO_SIGN, InvitationState
from wagtail_prcouncil.councils.admin.asking import AskingView, Fact, Found
from wagtail_prcouncil.councils.admin.waiting import Line
from wagtail_prcouncil.councils.scopes import Scope

NAME = "prcouncil_to_sign"
NEEDED = ("agency", "person", "user", "signature")
CHARTER = ("version__charter__page__locale", "version__charter__council")


def invitations_of(user: Any) -> QuerySet[Invitation]:
    """All that were ever meant for this login."""
    return Invitation.objects.filter(user=user).select_related(*NEEDED, *CHARTER)


class ToSignPanel(Component):
    """A text a line; nothing is shown where nothing waits. One query."""

    name = "prcouncil_to_sign"
    template_name = "prcouncil_charters/admin/to_sign_panel.html"
    order = 155

    class Media:
        css: ClassVar[dict[str, list[str]]] = {"all": ["prcouncil_councils/admin.css"]}

    def __init__(self, request: HttpRequest) -> None:
        self.user = request.user

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        rows = invitations_of(self.user).open().defer("version__texts")
        lines = [
            Line(row.version.charter.page.title, row.agency.name_as_read(), url_of(row), False)
            for row in rows
            if row.version.standing in TO_SIGN
        ]
        return {"name": self.name, "heading": _("To sign"), "lines": lines}


def url_of(row: Invitation) -> str:
    return reverse(NAME, args=[row.pk])


class ToSignForm(forms.Form):
    """The button alone."""


class ToSignView(AskingView):
    """The text, and one button. What became of an invitation that is over is told."""

    form_class = ToSignForm
    template_name = "prcouncil_charters/admin/to_sign.html"
    page_title = _("To sign")
    header_icon = "edit"
    submit_button_label = _("I sign")

    def reach(self) -> Scope:
        """Not of councils: `find` looks among what is for this login."""
        return Scope(everything=True)

    def find(self) -> None:
        row = invitations_of(self.request.user).filter(pk=self.kwargs["pk"]).first()
        if row is None:
            raise Http404(gettext("Nothing here, or nothing of yours."))
        self.row: Invitation = row
        self.signing = Signing(row, self.request)

    def act(self, form: ToSignForm) -> str:
        self.row.signature = sign_by_invitation(self.row, by=self.by)
        told = {"title": self.signing.reading.title}
        return gettext("Thank you: “%(title)s” is signed.") % told

    def ways_on(self) -> list[Any]:
        address = self.signing.certificate_url
        return [messages.button(address, gettext("Certificate of signature"))] if address else []

    def facts(self) -> Iterator[Fact]:
        yield from invitation_facts(self.row)
        digest = self.row.version.digests.get(self.signing.reading.text_language.code, "")
        yield Fact(_("Digest of the text"), digest, is_code=True)

    def now(self) -> Found:
        row = invitations_of(self.request.user).filter(pk=self.row.pk).first()
        facts: Iterable[Fact] = invitation_facts(row) if row else ()
        return Found(row, facts, row is None or row.state != InvitationState.OPEN)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        refusal = self.signing.refusal
        return context | {
            "signing": self.signing,
            "reading": self.signing.reading,
            "refusal": refusal.sentence if refusal and "conflict" not in kwargs else "",
            "media": context["media"] + DESK,
        }

    def get_success_url(self) -> str:
        return reverse("wagtailadmin_home")

    def get_page_subtitle(self) -> str:
        return f"{self.signing.reading.title} – {number_as_read(self.row.version)}"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, here]


def urls() -> list[URLPattern]:
    return [path("charters/to-sign/<council_key:pk>/", ToSignView.as_view(), name=NAME)]


def add_panel(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(ToSignPanel(request))
