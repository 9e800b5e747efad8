"""Signatures at the desk: the tab, recording one, reading one, withdrawing it, its letter."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.forms import Media
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button

from wagtail_prcouncil.charters.actions.signing import sign, withdraw
from wagtail_prcouncil.charters.admin.places import LISTING, SIGNATURE_LIST
from wagtail_prcouncil.charters.admin.policies import SIGNATURES
from wagtail_prcouncil.charters.admin.reading import number_as_read
from wagtail_prcouncil.charters.admin.signature_reading import signature_facts
from wagtail_prcouncil.charters.admin.tabs import CharterAskingView, CharterTab, tab_url
from wagtail_prcouncil.charters.admin.text import version_facts
from wagtail_prcouncil.charters.models import Charter, CharterVersion, Signature
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.charters.states import RECORDED, TO_SIGN, Method
from wagtail_prcouncil.councils.admin.answers import Answers, AnswersForm, Layout
from wagtail_prcouncil.councils.admin.asking import LOOK, AskingView, Fact, Found, found_within
from wagtail_prcouncil.councils.admin.policies import SEEING
from wagtail_prcouncil.councils.admin.reading import day_as_read
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.fields import CanonicalTextField
from wagtail_prcouncil.pages.numerals import in_numerals
from wagtail_prcouncil.ui.forms import form_field
from wagtail_prcouncil.ui.jalali.form_fields import AdminJalaliDateField
from wagtail_prcouncil.uploads.handing_out import handed_out

NEEDED = (
    "version__charter__page__locale",
    "version__charter__council",
    "person",
    "agency__province",
)
COUNCIL = "version__charter__council"
LATEST = 20
"""Of the signatures of a version the tab shows so many; the list has all."""


def badge(charter: Charter) -> str:
    """How many stand, on all versions; empty for none."""
    number = Signature.objects.standing().filter(version__charter=charter).count()
    return in_numerals(number) if number else ""


class SignaturesTab(CharterTab):
    """Version by version who has signed last, and the way to all."""

    slug = "signatures"
    template_name = "prcouncil_charters/admin/signatures.html"
    page_title = _("Signatures")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sees = any(self.may(action, SIGNATURES) for action in SEEING)
        versions = [row for row in self.versions if row.is_frozen] if sees else []
        return super().get_context_data(**kwargs) | {
            "sees": sees,
            "signed": [self._shown(version) for version in versions],
            "list_url": f"{SIGNATURE_LIST.place()}?charter={self.charter.pk}",
        }

    def _shown(self, version: CharterVersion) -> dict[str, Any]:
        rows = version.signatures.standing()
        may_sign = self.may("add", SIGNATURES) and version.standing in TO_SIGN
        return {
            "name": number_as_read(version),
            "standing": version.standing.label,
            "total": in_numerals(rows.count()),
            "withdrawn": in_numerals(version.signatures.exclude(withdrawn_on=None).count()),
            "latest": [
                (row, SIGNATURE_LIST.place("edit", row.pk), day_as_read(row.signed_on))
                for row in rows.with_people().order_by("-number")[:LATEST]
            ],
            "sign_url": LISTING.place("sign", version.pk) if may_sign else "",
        }


class SignForm(AnswersForm):
    """Who signed for whom, how and when."""

    layout = (
        Layout("who", _("Who signed"), [["agency"], ["person"], ["title", "title_en"]]),
        Layout("how", _("How"), [["method", "signed_on"], ["letter"]]),
    )

    class Meta(AnswersForm.Meta):
        model = Signature
        fields = ("agency", "person", "title", "title_en", "method", "signed_on", "letter")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [choice for choice in Method.choices if choice[0] in RECORDED]
        self.fields["method"].choices = [("", _("Choose one")), *kinds]
        self.fields["title"].help_text = _("Left empty, it is the one of the appointment.")
        self.fields["letter"].help_text = _(
            "A scan, for who signed by letter. Readers do not get it."
        )


class OfAVersion(CharterAskingView):
    """A screen of one version that was adopted: for signatures, unless told."""

    right = Right.ADD_SIGNATURES

    def find(self) -> None:
        rows = CharterVersion.objects.without_texts().adopted()
        rows = rows.select_related("charter__page__locale", "charter__council")
        self.version: CharterVersion = found_within(
            rows, self.scope, "charter__council", self.kwargs["pk"]
        )
        self.put_on_desk(self.version.charter)

    def facts(self) -> Iterator[Fact]:
        yield Fact(_("Version"), number_as_read(self.version))
        yield from version_facts(self.version)

    def row_facts(self, row: Charter) -> Iterable[Fact]:
        return self.facts()


class RecordView(OfAVersion):
    """A signature that was given on paper, in a meeting or as a pledge."""

    slug = "signatures"
    form_class = SignForm
    page_title = _("Record a signature")
    submit_button_label = _("Record it")

    def get_initial(self) -> dict[str, Any]:
        return {"signed_on": today(), "method": Method.IN_PERSON}

    def act(self, form: SignForm) -> str:
        said = form.cleaned_data | {"letter": form.cleaned_data.get("letter") or None}
        made = sign(self.version, **said, by=self.by)
        told = {"person": made.person.name_as_read(), "number": in_numerals(made.number)}
        return gettext("Recorded: the signature of %(person)s, number %(number)s.") % told


def found_signature(user: Any, pk: int) -> Signature:
    """Within what the user sees. Raises PermissionDenied, Http404."""
    scope = SIGNATURES.scope_of_any(user, SEEING)
    if not scope:
        raise PermissionDenied
    rows = Signature.objects.select_related(*NEEDED).defer("version__texts")
    row: Signature = found_within(rows, scope, COUNCIL, pk)
    return row


class SignatureView(WagtailAdminTemplateMixin, TemplateView):
    """What is recorded of a signature, and what can be done with it."""

    template_name = "prcouncil_charters/admin/signature.html"
    page_title = _("Signature")
    header_icon = "edit"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.row = found_signature(request.user, kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return str(self.row)

    def ways(self) -> Iterator[tuple[str, str]]:
        """Labels and addresses."""
        page = self.row.version.charter.page
        if page.live and (address := page.get_url(self.request)):
            path = f"versions/{self.row.version.number}/signatures/{self.row.number}/"
            yield gettext("Certificate"), f"{address}{path}"
        if self.row.letter:
            yield gettext("Scanned letter"), SIGNATURE_LIST.place("letter", self.row.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        council = self.row.version.charter.council
        may = SIGNATURES.scope(self.request.user, "change").covers(council)
        is_due = may and not self.row.is_withdrawn
        return context | {
            "facts": list(signature_facts(self.row)),
            "ways": list(self.ways()),
            "withdraw_url": SIGNATURE_LIST.place("withdraw", self.row.pk) if is_due else "",
            "media": context.get("media", Media()) + LOOK,
        }

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        here = {"url": "", "label": self.get_page_title(), "sublabel": str(self.row)}
        return [*self.breadcrumbs_items, SIGNATURE_LIST.crumb(), here]

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        desk = tab_url(self.row.version.charter, "signatures")
        return [Button(_("Charter"), url=desk, icon_name="doc-full-inverse", priority=50)]


class WithdrawForm(Answers, forms.Form):
    """Since when it does not count, and why."""

    on = AdminJalaliDateField(label=_("Withdrawn on"))
    reason = form_field(
        CanonicalTextField(
            _("Why it is withdrawn"), help_text=_("Kept for the record; readers see the day alone.")
        )
    )


class WithdrawView(AskingView):
    """It does not count any more; that it was given stays recorded."""

    right = Right.CHANGE_SIGNATURES
    form_class = WithdrawForm
    listing = SIGNATURE_LIST
    page_title = _("Withdraw a signature")
    header_icon = "undo"
    submit_button_label = _("Withdraw it")
    is_serious = True

    def find(self) -> None:
        rows = Signature.objects.select_related(*NEEDED).defer("version__texts")
        self.row: Signature = found_within(rows, self.scope, COUNCIL, self.kwargs["pk"])

    def get_initial(self) -> dict[str, Any]:
        return {"on": today()}

    def facts(self) -> Iterable[Fact]:
        return signature_facts(self.row)

    def act(self, form: WithdrawForm) -> str:
        withdraw(self.row, **form.cleaned_data, by=self.by)
        return gettext("The signature is withdrawn. That it was given stays recorded.")

    def now(self) -> Found:
        row = Signature.objects.select_related(*NEEDED).filter(pk=self.row.pk).first()
        return Found(row, signature_facts(row) if row else (), bool(row and row.is_withdrawn))

    def get_success_url(self) -> str:
        return SIGNATURE_LIST.place("edit", self.row.pk)

    def get_page_subtitle(self) -> str:
        return str(self.row)


class LetterView(View):
    """The scanned letter is read out to whoever sees the signature (rule A21)."""

    http_method_names = ("get", "head")

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        row = found_signature(request.user, pk)
        if not row.letter:
            raise Http404("There is no letter.")
        return handed_out(row.letter)
