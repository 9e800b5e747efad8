"""A council's mailing list in the admin: who stands on it, and whether mail reaches him."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, Table
from wagtail.admin.widgets.button import Button, HeaderButton

from wagtail_prcouncil.councils.admin.answers import (
    AnswersForm,
    CouncilField,
    Layout,
    SeatField,
    councils_within,
    seats_within,
)
from wagtail_prcouncil.councils.admin.asking import AskingView, Fact, found_within
from wagtail_prcouncil.councils.admin.filters import CouncilFilter
from wagtail_prcouncil.councils.admin.listings import ScopedListing
from wagtail_prcouncil.councils.admin.once import MakesOnce
from wagtail_prcouncil.councils.admin.places import Listing
from wagtail_prcouncil.councils.admin.removing import NothingToSay, RemoveView
from wagtail_prcouncil.councils.models import CouncilPage, Seat
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.scopes import Scope
from wagtail_prcouncil.meetings.actions import addressing
from wagtail_prcouncil.meetings.admin.policies import RECIPIENTS
from wagtail_prcouncil.meetings.admin.reading import moment_as_read
from wagtail_prcouncil.meetings.mailing.failing import failures
from wagtail_prcouncil.meetings.models import Recipient
from wagtail_prcouncil.meetings.rights import Right

LISTING = Listing("prcouncil_recipients", _("Mailing lists"))


class RecipientFilterSet(WagtailFilterSet):
    """By council."""

    council = CouncilFilter(RECIPIENTS)

    class Meta:
        model = Recipient
        fields: tuple[str, ...] = ()


class AddressColumn(Column):
    """The address, and with a mark what the mail server said of it."""

    cell_template_name = "prcouncil_meetings/admin/address_cell.html"


class RecipientListing(ScopedListing):
    """Council by council: those of its seats in their order, then the others."""

    policy = RECIPIENTS
    needed = ("council", "seat__agency")
    filterset_class = RecipientFilterSet
    list_display = (
        "__str__",
        AddressColumn("email", label=_("E-mail"), accessor="email"),
        Column("council", label=_("Council"), accessor="council.title"),
        Column("seat", label=_("For"), accessor=lambda row: role_of(row)),
        Column("language", label=_("Language"), accessor=lambda row: language_of(row)),
    )

    def order_queryset(self, queryset: QuerySet[Recipient]) -> QuerySet[Recipient]:
        places = F("seat__sort_order").asc(nulls_last=True)
        return queryset.order_by("council__path", places, "seat", "is_head", "pk")

    def get_table(self, object_list: Any) -> Table:
        rows = list(object_list)
        found = failures(rows)
        for row in rows:
            failure = found.get(row.pk)
            row.mail_failure = failure and {
                "error": failure.error,
                "at": moment_as_read(failure.at),
            }
        return super().get_table(rows)

    def verbs(self, row: Recipient) -> Iterator[Button]:
        if self.may("change", row):
            url = reverse("prcouncil_recipients:try", args=[row.pk])
            yield Button(_("Send a test mail…"), url=url, icon_name="mail", priority=5)

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        if not RECIPIENTS.user_has_permission(self.request.user, "add"):
            return []
        council = self.request.GET.get("council", "")
        chosen = f"?council={council}" if council.isdigit() else ""
        return [
            HeaderButton(
                label, url=reverse(f"prcouncil_recipients:{name}") + chosen, icon_name=icon
            )
            for name, label, icon in (
                ("add", _("Add a recipient"), "plus"),
                ("add_many", _("Add many"), "list-ul"),
                ("add_agencies", _("Add from agencies"), "download"),
            )
        ]


def role_of(row: Recipient) -> str:
    """For which seat it stands there, or for all that goes to everybody."""
    if row.seat is None:
        return gettext("what goes to all")
    name = row.seat.name_as_read()
    return gettext("head of the agency: %(seat)s") % {"seat": name} if row.is_head else name


def language_of(row: Recipient) -> str:
    return str(dict(settings.LANGUAGES).get(row.language, row.language))


class RecipientForm(AnswersForm):
    """An address on a list."""

    council = CouncilField(label=_("Council"), queryset=CouncilPage.objects.none())
    seat = SeatField(
        label=_("Seat"),
        queryset=Seat.objects.none(),
        required=False,
        help_text=_("Members get the address to join and the text of minutes, others do not."),
    )
    language = forms.ChoiceField(label=_("Language of the mail"), choices=settings.LANGUAGES)
    layout = (
        Layout("recipient", _("Recipient"), [["council"], ["name"], ["email", "language"]]),
        Layout("seat", _("For whom"), [["seat"], ["is_head"]]),
    )

    class Meta(AnswersForm.Meta):
        model = Recipient
        fields = ("council", "seat", "name", "email", "language", "is_head")

    def __init__(self, *args: Any, scope: Scope, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].widget.attrs["dir"] = "ltr"
        self.fields["seat"].queryset = seats_within(scope).on(today())
        if self.instance.pk:
            del self.fields["council"]
            self.fields["seat"].queryset = self.instance.council.seats.in_order()
        else:
            self.fields["council"].queryset = councils_within(scope)
            self.fields["council"].empty_label = _("Choose one")


class RecipientAddView(MakesOnce, AskingView):
    """A new address."""

    right = Right.ADD_RECIPIENTS
    form_class = RecipientForm
    listing = LISTING
    page_title = _("Add a recipient")
    header_icon = "mail"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"scope": self.scope}

    def get_initial(self) -> dict[str, Any]:
        return {"council": self.request.GET.get("council")}

    def act(self, form: RecipientForm) -> str:
        row = addressing.save_recipient(form.instance, by=self.by)
        return gettext("“%(name)s” is saved.") % {"name": row}


class _OfARecipient(AskingView):
    """Of one address, found within the scope."""

    right = Right.CHANGE_RECIPIENTS
    listing = LISTING
    header_icon = "mail"

    def find(self) -> None:
        rows = Recipient.objects.select_related("council", "seat__agency")
        self.row: Recipient = found_within(rows, self.scope, "council", self.kwargs["pk"])
        self.name = str(self.row)

    def facts(self) -> Iterable[Fact]:
        yield Fact(_("Council"), self.row.council.title)
        if failure := failures([self.row]).get(self.row.pk):
            yield Fact(_("Mail was refused"), failure.error, moment_as_read(failure.at))

    def get_page_subtitle(self) -> str:
        return self.name


class RecipientEditView(_OfARecipient):
    """What is written of one."""

    form_class = RecipientForm
    page_title = _("Recipient")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"scope": self.scope, "instance": self.row}

    def act(self, form: RecipientForm) -> str:
        row = addressing.save_recipient(form.instance, by=self.by)
        return gettext("“%(name)s” is saved.") % {"name": row}


class TryRecipientView(_OfARecipient):
    """Whether mail arrives there."""

    form_class = NothingToSay
    page_title = _("Send a test mail")
    submit_button_label = _("Send")

    def facts(self) -> Iterable[Fact]:
        yield from super().facts()
        yield Fact(_("E-mail"), self.row.email)

    def act(self, form: Any) -> str:
        addressing.try_recipient(self.row, by=self.by)
        return gettext(
            "A test mail to “%(name)s” goes out within a minute. Where it is refused, the list "
            "says so."
        ) % {"name": self.name}


class RemoveRecipientView(RemoveView):
    """Off the list, and forgotten."""

    model, right, listing = Recipient, Right.DELETE_RECIPIENTS, LISTING
    remove = addressing.remove_recipient
