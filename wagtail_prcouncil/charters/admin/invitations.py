"""Invitations at the desk: the tab, inviting one, taking back, sending again. Many at once:
`inviting_many.py`."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.charters.actions.inviting import invite, revoke, send_again
from wagtail_prcouncil.charters.admin.places import LISTING
from wagtail_prcouncil.charters.admin.policies import SIGNATURES
from wagtail_prcouncil.charters.admin.reading import number_as_read
from wagtail_prcouncil.charters.admin.signature_reading import (
    invitation_facts,
    invitation_state,
    reached_by,
)
from wagtail_prcouncil.charters.admin.signatures import OfAVersion
from wagtail_prcouncil.charters.admin.tabs import CharterAskingView, CharterTab
from wagtail_prcouncil.charters.models import Charter, Invitation
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.charters.states import TO_SIGN, InvitationState
from wagtail_prcouncil.councils.admin.answers import AnswersForm, Layout
from wagtail_prcouncil.councils.admin.asking import Fact, Found, found_within
from wagtail_prcouncil.councils.admin.policies import SEEING
from wagtail_prcouncil.councils.admin.reading import day_as_read
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.pages.numerals import in_numerals
from wagtail_prcouncil.persian.text import canonical

NEEDED = ("agency", "person", "user", "version__charter__page__locale", "version__charter__council")
USUAL_TIME = dt.timedelta(days=30)
"""For how long an invitation works, unless told."""


def badge(charter: Charter) -> str:
    """How many are open; empty for none."""
    number = Invitation.objects.open().filter(version__charter=charter).count()
    return in_numerals(number) if number else ""


class InvitationsTab(CharterTab):
    """Who was invited, and what became of it; the latest first."""

    slug = "invitations"
    template_name = "prcouncil_charters/admin/invitations.html"
    page_title = _("Invitations to sign")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sees = any(self.may(action, SIGNATURES) for action in SEEING)
        may = self.may("add", SIGNATURES)
        known = Invitation.objects.filter(version__charter=self.charter)
        rows = known.select_related(*NEEDED).defer("version__texts") if sees else ()
        return super().get_context_data(**kwargs) | {
            "sees": sees,
            "invited": [self._shown(row, may) for row in rows],
            "can_be_signed": [
                (
                    number_as_read(version),
                    LISTING.place("invite", version.pk),
                    LISTING.place("invite_all", version.pk),
                )
                for version in self.versions
                if may and version.standing in TO_SIGN
            ],
        }

    def _shown(self, row: Invitation, may: bool) -> dict[str, Any]:
        state, tone = invitation_state(row)
        is_open = may and row.state == InvitationState.OPEN
        can_send = is_open and row.email and not row.has_expired
        return {
            "row": row,
            "version": number_as_read(row.version),
            "state": state,
            "tone": tone,
            "reached_by": reached_by(row),
            "until": day_as_read(row.expires_on),
            "take_back_url": LISTING.place("take_back", row.pk) if is_open else "",
            "again_url": LISTING.place("send_again", row.pk) if can_send else "",
        }


class InviteForm(AnswersForm):
    """Whom, for which agency, and how he is reached."""

    login = forms.CharField(
        label=_("Login"),
        required=False,
        max_length=150,
        help_text=_("The name of a member who signs after logging in: it stands on his dashboard."),
    )
    language = forms.ChoiceField(label=_("Language of the mail"), choices=settings.LANGUAGES)

    layout: ClassVar[Sequence[Layout]] = (
        Layout("who", _("Who is invited"), [["agency"], ["person"]]),
        Layout("how", _("How it reaches him"), [["email", "language"], ["login"], ["expires_on"]]),
    )

    class Meta(AnswersForm.Meta):
        model = Invitation
        fields = ("agency", "person", "email", "language", "expires_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("email", "login"):
            self.fields[name].widget.attrs["dir"] = "ltr"
        self.fields["email"].help_text = _("Left empty, the invitation is for the login alone.")

    def clean_login(self) -> Any:
        """The user of that name; None for none."""
        name = canonical(self.cleaned_data["login"]).strip()
        if not name:
            return None
        users = get_user_model()._default_manager
        user = users.filter(**{get_user_model().USERNAME_FIELD: name}, is_active=True).first()
        if user is None:
            raise forms.ValidationError(gettext("Nobody logs in by this name."))
        return user


class InviteView(OfAVersion):
    """One person for one agency."""

    slug = "invitations"
    form_class = InviteForm
    page_title = _("Invite to sign")
    submit_button_label = _("Invite")

    def get_initial(self) -> dict[str, Any]:
        return {"expires_on": usual_end(), "language": self.charter.page.locale.language_code}

    def act(self, form: InviteForm) -> str:
        said = dict(form.cleaned_data)
        made = invite(self.version, user=said.pop("login"), **said, by=self.by)
        return gettext("Invited: %(person)s.") % {"person": made.person.name_as_read()}

    def beside(self, field: str, form: InviteForm) -> str:
        return "login" if field == "user" else field


def usual_end() -> dt.date:
    """The last day of an invitation, unless told."""
    return today() + USUAL_TIME


class _OfAnInvitation(CharterAskingView):
    """A screen of one invitation."""

    right = Right.ADD_SIGNATURES
    slug = "invitations"
    template_name = "prcouncil_charters/admin/invitation_asked.html"
    what_follows: str | Promise = ""

    def find(self) -> None:
        rows = Invitation.objects.select_related(*NEEDED).defer("version__texts")
        link = "version__charter__council"
        self.row: Invitation = found_within(rows, self.scope, link, self.kwargs["pk"])
        self.put_on_desk(self.row.version.charter)

    def get_initial(self) -> dict[str, Any]:
        return {}

    def facts(self) -> Iterator[Fact]:
        return invitation_facts(self.row)

    def now(self) -> Found:
        row = Invitation.objects.select_related(*NEEDED).filter(pk=self.row.pk).first()
        facts: Iterable[Fact] = invitation_facts(row) if row else ()
        return Found(row, facts, row is None or row.state != InvitationState.OPEN)


class NothingAskedForm(forms.Form):
    """Only whether it is meant."""


class TakeBackView(_OfAnInvitation):
    """The link works no longer, and no more mail goes out."""

    form_class = NothingAskedForm
    page_title = _("Take the invitation back")
    submit_button_label = _("Take it back")
    what_follows = _(
        "Nobody can sign by it any more. No mail tells of it: whoever opens the link reads that "
        "the invitation was taken back."
    )
    is_serious = True

    def act(self, form: NothingAskedForm) -> str:
        revoke(self.row, by=self.by)
        return gettext("The invitation is taken back: its link works no longer.")


class SendAgainView(_OfAnInvitation):
    """The same link by another mail."""

    form_class = NothingAskedForm
    page_title = _("Send the invitation again")
    submit_button_label = _("Send it again")
    what_follows = _("The mail goes out once more, with the same link. Its last day stays.")

    def act(self, form: NothingAskedForm) -> str:
        send_again(self.row, by=self.by)
        return gettext("The invitation is sent again, with the same link.")
