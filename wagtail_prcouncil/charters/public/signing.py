"""What stands behind the link of an invitation: which text, for whom, and why it cannot be signed
where it cannot. It reads, and changes nothing."""

from functools import cached_property
from http import HTTPStatus
from typing import NamedTuple

from django.http import HttpRequest
from django.utils.translation import gettext

from wagtail_prcouncil.charters.actions.closing import why_over
from wagtail_prcouncil.charters.actions.signing import current_appointment
from wagtail_prcouncil.charters.models import CharterPage, CharterVersion, Invitation, Signature
from wagtail_prcouncil.charters.public.reading import Reading
from wagtail_prcouncil.charters.states import InvitationState
from wagtail_prcouncil.councils.models import Appointment
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.ui.languages import page_language


class Refusal(NamedTuple):
    """Why nothing is signed, in a sentence, and the status of the answer that says so."""

    sentence: str
    status: HTTPStatus


class Signing:
    """An invitation as the invited person meets it, in the active language."""

    def __init__(self, invitation: Invitation, request: HttpRequest | None = None) -> None:
        self.invitation, self.request = invitation, request
        self.version: CharterVersion = invitation.version
        self.charter = self.version.charter
        self.language = page_language(None)

    @cached_property
    def page(self) -> CharterPage:
        """In the reader's language where it is published, else the original."""
        rows = CharterPage.objects.live().filter(translation_key=self.charter.key, alias_of=None)
        found = rows.filter(locale__language_code=self.language.code).select_related("locale")
        return found.first() or self.charter.page

    @cached_property
    def reading(self) -> Reading:
        made = Reading(self.page, self.charter, self.version, self.request)
        made.language = self.language
        return made

    @cached_property
    def page_url(self) -> str:
        """Of the version; empty where readers have no page of it."""
        if not self.page.is_readable:
            return ""
        address = self.page.get_url(self.request) or ""
        return f"{address}{self.reading.path}" if address else ""

    @cached_property
    def charter_url(self) -> str:
        """Of the text that holds now; empty where readers have no page of it."""
        return (self.page.get_url(self.request) or "") if self.page.is_readable else ""

    @property
    def over(self) -> str:
        """What became of the version since; empty where it can be signed yet."""
        return why_over(self.version)

    @property
    def certificate_url(self) -> str:
        """Of the signature that was given by it; empty before, and without a page."""
        address = self.page.get_url(self.request) if self.page.is_readable else None
        if address is None or self.signature is None:
            return ""
        return f"{address}versions/{self.version.number}/signatures/{self.signature.number}/"

    @property
    def signature(self) -> Signature | None:
        return self.invitation.signature

    @property
    def agency_name(self) -> str:
        return self.invitation.agency.name_in(self.language.code)

    @cached_property
    def title(self) -> str:
        """The signatory's, as of today; empty where no appointment is known."""
        return self._appointment.title_in(self.language.code) if self._appointment else ""

    @property
    def is_pledge(self) -> bool:
        """Whether nobody knows by which seat the person would speak for the agency today."""
        return self._appointment is None

    @cached_property
    def _appointment(self) -> Appointment | None:
        one = self.invitation
        return current_appointment(self.charter, one.agency, one.person, today())

    @property
    def refusal(self) -> Refusal | None:
        """None where the button would sign. The action decides once more."""
        one = self.invitation
        if one.state == InvitationState.USED:
            return Refusal(gettext("This invitation was used already."), HTTPStatus.GONE)
        if self.over:
            return Refusal(self.over, HTTPStatus.CONFLICT)
        if one.state == InvitationState.REVOKED:
            return Refusal(gettext("This invitation was taken back."), HTTPStatus.GONE)
        if one.has_expired:
            sentence = gettext("This invitation has expired. Ask for another.")
            return Refusal(sentence, HTTPStatus.GONE)
        return None
