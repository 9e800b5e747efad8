"""All agencies of a charter's councils that have not signed are invited at once."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from wagtail_prcouncil.charters.actions.inviting_many import Left, invite_many
from wagtail_prcouncil.charters.admin.invitations import usual_end
from wagtail_prcouncil.charters.admin.signatures import OfAVersion
from wagtail_prcouncil.charters.rules import CharterError
from wagtail_prcouncil.charters.signatories import Candidate, candidates
from wagtail_prcouncil.councils.admin.answers import Answers, Part
from wagtail_prcouncil.councils.admin.asking import Fact
from wagtail_prcouncil.pages.numerals import in_numerals
from wagtail_prcouncil.ui.jalali.form_fields import AdminJalaliDateField

LONGEST_ADDRESS = 254


class InviteAllForm(Answers, forms.Form):
    """Until when, in which language, and the address of each; whoever has none is not invited."""

    expires_on = AdminJalaliDateField(label=_("Can be used until"))
    language = forms.ChoiceField(label=_("Language of the mail"), choices=settings.LANGUAGES)

    def __init__(self, *args: Any, people: Iterable[Candidate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = list(people)
        for one in self.people:
            self.fields[field_of(one)] = forms.CharField(
                label=f"{one.agency.name_as_read()} – {one.person.name_as_read()}",
                initial=one.email,
                required=False,
                max_length=LONGEST_ADDRESS,
                widget=forms.TextInput({"dir": "ltr", "inputmode": "email", "autocomplete": "off"}),
            )

    def parts(self) -> list[Part]:
        """The common answers first; then those who get a mail and those who have no address."""
        reached = [[self[field_of(one)]] for one in self.people if one.email]
        missing = [[self[field_of(one)]] for one in self.people if not one.email]
        parts = [
            Part("all", "", [[self["expires_on"], self["language"]]], False),
            Part("reached", _("Get a mail at this address"), reached, False),
            Part(
                "missing", _("Have no address yet: without one they are left out"), missing, False
            ),
        ]
        return [part for part in parts if part.rows]

    def wanted(self) -> list[Candidate]:
        """With the addresses as they were sent."""
        said = ((one, self.cleaned_data.get(field_of(one), "").strip()) for one in self.people)
        return [one._replace(email=email) for one, email in said if email]


def field_of(one: Candidate) -> str:
    return f"email_{one.key}"


class InviteAllView(OfAVersion):
    """Who gets it is seen before. Those whom a rule forbids come back; the others are invited."""

    slug = "invitations"
    form_class = InviteAllForm
    page_title = _("Invite all who have not signed")
    submit_button_label = _("Invite them")
    left: tuple[Left, ...] = ()

    @cached_property
    def people(self) -> list[Candidate]:
        return candidates(self.version)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"people": self.people}

    def get_initial(self) -> dict[str, Any]:
        return {"expires_on": usual_end(), "language": self.charter.page.locale.language_code}

    def facts(self) -> Iterator[Fact]:
        yield from super().facts()
        yield Fact(_("Agencies that have not signed"), in_numerals(len(self.people)))
        reached = sum(bool(one.email) for one in self.people)
        yield Fact(_("Of these with an address"), in_numerals(reached))

    def act(self, form: InviteAllForm) -> str:
        wanted = form.wanted()
        if not wanted:
            raise CharterError(gettext("Nobody has an address: nobody is invited."))
        said = {name: form.cleaned_data[name] for name in ("expires_on", "language")}
        made, left = invite_many(self.version, wanted, **said, by=self.by)
        self.left = tuple(left)
        number = len(made)
        sentence = ngettext("%(number)s is invited.", "%(number)s are invited.", number)
        return sentence % {"number": in_numerals(number)}

    def form_valid(self, form: InviteAllForm) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        if not self.left:
            return answer
        again = InviteAllForm(form.data, people=candidates(self.version))
        for one in self.left:
            name = field_of(one.candidate)
            common = one.field if one.field in ("expires_on", "language") else None
            field = name if name in again.fields and common is None else common
            if not again.has_error(field or "__all__", None):
                again.add_error(field, one.why)
        messages.warning(self.request, gettext("Some were not invited: they stand below."))
        return self.render_to_response(self.get_context_data(form=again))
