"""Many addresses at once for a mailing list: pasted, or those that agencies publish."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from wagtail_prcouncil.councils.admin.answers import Answers, CouncilField, councils_within
from wagtail_prcouncil.councils.admin.asking import AskingView
from wagtail_prcouncil.councils.models import CouncilPage, Seat
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.scopes import Scope
from wagtail_prcouncil.meetings.actions import addressing
from wagtail_prcouncil.meetings.admin.recipients import LISTING
from wagtail_prcouncil.meetings.mailing.lines import MOST_LINES, WrongLine, read
from wagtail_prcouncil.meetings.models import Recipient
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.pages.numerals import in_numerals

LONGEST_LINE = 600
# An address between Persian words would turn the brackets round it (UAX 9).
ISOLATE, END_OF_ISOLATE = "\u2068", "\u2069"


class CouncilForm(Answers, forms.Form):
    """Whose list."""

    council = CouncilField(label=_("Council"), queryset=CouncilPage.objects.none())

    def __init__(self, *args: Any, scope: Scope, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["council"].queryset = councils_within(scope)
        self.fields["council"].empty_label = _("Choose one")


class LinesForm(CouncilForm):
    """A list as it is pasted."""

    lines = forms.CharField(
        label=_("Addresses"),
        max_length=MOST_LINES * LONGEST_LINE,
        widget=forms.Textarea({"rows": 12, "dir": "auto", "class": "prc-lines"}),
        help_text=_(
            "One a line: name <address>. Behind it may stand the code of the agency whose seat it "
            "is for: name <address> roads-qazvin."
        ),
    )

    def clean_lines(self) -> str:
        lines: str = self.cleaned_data["lines"]
        if len(lines.splitlines()) > MOST_LINES:
            most = in_numerals(MOST_LINES)
            raise ValidationError(gettext("At most %(most)s lines at once.") % {"most": most})
        return lines


class _ManyView(AskingView):
    """For the list of one council."""

    right = Right.ADD_RECIPIENTS
    listing = LISTING
    header_icon = "mail"
    submit_button_label = _("Add to the list")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"scope": self.scope}

    def get_initial(self) -> dict[str, Any]:
        return {"council": self.request.GET.get("council")}


class AddManyView(_ManyView):
    """Lines: the good ones are added, the others come back with what is wrong in each."""

    form_class = LinesForm
    page_title = _("Add many recipients")
    wrong: Sequence[WrongLine] = ()

    def act(self, form: LinesForm) -> str:
        council = form.cleaned_data["council"]
        entries, self.wrong = read(form.cleaned_data["lines"], _seats_by_code(council))
        return _added(addressing.add_recipients(council, entries, by=self.by))

    def form_valid(self, form: LinesForm) -> HttpResponse:
        answer = super().form_valid(form)
        if not self.wrong:
            return answer
        left = "\n".join(line.text for line in self.wrong)
        again = LinesForm({**form.data.dict(), "lines": left}, scope=self.scope)
        for line in self.wrong:
            text = f"{ISOLATE}{line.text}{END_OF_ISOLATE}"
            told = {"number": in_numerals(line.number), "text": text, "why": line.why}
            again.add_error("lines", gettext("Line %(number)s, “%(text)s”: %(why)s") % told)
        messages.warning(self.request, gettext("Some lines are left: they stand below."))
        return self.render_to_response(self.get_context_data(form=again))


class AddAgenciesView(_ManyView):
    """The public addresses of the agencies that sit there today, each for its seat."""

    form_class = CouncilForm
    page_title = _("Add the addresses of agencies")

    def act(self, form: CouncilForm) -> str:
        council = form.cleaned_data["council"]
        entries = addressing.agency_entries(council)
        return _added(addressing.add_recipients(council, entries, by=self.by))


def _seats_by_code(council: CouncilPage) -> dict[str, Seat]:
    """The first seat of each agency that sits there today, by the code of the agency."""
    seats = Seat.objects.filter(council__translation_key=council.translation_key).on(today())
    found: dict[str, Seat] = {}
    for seat in seats.select_related("agency").in_order():
        if seat.agency is not None:
            found.setdefault(seat.agency.code, seat)
    return found


def _added(rows: Sequence[Recipient]) -> str:
    if not rows:
        return gettext("Nobody was added: all of them stand on the list already.")
    sentence = ngettext(
        "%(number)s recipient was added.", "%(number)s recipients were added.", len(rows)
    )
    return sentence % {"number": in_numerals(len(rows))}
