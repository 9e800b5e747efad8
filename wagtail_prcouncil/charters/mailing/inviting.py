"""Somebody is invited to sign, by a link in a mail.

The subject names no charter and nobody: subjects are read over shoulders and on locked telephones.
"""

from django.urls import NoReverseMatch, reverse
from django.utils import timezone, translation
from django.utils.translation import gettext

from wagtail_prcouncil.charters.links import token_of
from wagtail_prcouncil.charters.models import Invitation
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.outbox.actions import Letter, put_all, withdraw_about
from wagtail_prcouncil.outbox.letters import Line, Link, Said, printed
from wagtail_prcouncil.pages.numerals import in_digits
from wagtail_prcouncil.ui.dates import displayed
from wagtail_prcouncil.ui.languages import PageLanguage, page_language

PLACE = "prcouncil_charters/mail"
ABOUT = "charter-invitation:"


def about(invitation: Invitation) -> str:
    """By which the outbox finds all mail of an invitation."""
    return f"{ABOUT}{invitation.pk}"


def sign_address(invitation: Invitation) -> str:
    """In full, for a mail stands on no site; empty where the site includes no `sign_urls`, or the
    page of the charter belongs to no site."""
    site = invitation.version.charter.page.get_site()
    try:
        path = reverse("prcouncil_charter_signing:sign", args=[token_of(invitation)])
    except NoReverseMatch:
        return ""
    return f"{site.root_url}{path}" if site else ""


def post_invitation(invitation: Invitation) -> None:
    """Once for an invitation, however often it is told; nothing without an address."""
    _post(invitation, "invited", f"{invitation.pk}")


def post_again(invitation: Invitation) -> None:
    """The same link once more: each time is a mail of its own."""
    _post(invitation, "reminded", f"{invitation.pk}:{timezone.now():%Y%m%dT%H%M%S%f}")


def take_mail_back(invitation: Invitation) -> None:
    """What has not gone out stays untold."""
    withdraw_about([about(invitation)])


def _post(invitation: Invitation, event: str, mark: str) -> None:
    if not invitation.email:
        return
    with translation.override(invitation.language):
        language = page_language(None)
        said = _said(invitation, event, language)
        text, html = printed(said, PLACE, event, language=language.code, direction=language.dir)
    key = f"charters.{event}:{mark}"
    put_all([Letter(key, invitation.email, said.subject, text, html, about=about(invitation))])


def _said(invitation: Invitation, event: str, language: PageLanguage) -> Said:
    version, code = invitation.version, language.code
    text = version.text_in(code) or {"title": version.charter.page.title}
    return Said(
        subject=gettext("Reminder: invitation to sign a text of the council")
        if event == "reminded"
        else gettext("Invitation to sign a text of the council"),
        sentence=gettext("%(person)s, you are invited to sign this text:")
        % {"person": invitation.person.full_name_in(code)},
        title=str(text["title"]),
        lines=[
            Line(gettext("Version"), in_digits(version.number)),
            Line(gettext("Council"), _council(version.charter.council, code)),
            Line(gettext("For the agency"), invitation.agency.name_in(code)),
            Line(
                gettext("Can be signed until"), displayed(invitation.expires_on, "short", language)
            ),
        ],
        links=[Link(gettext("Read and sign"), sign_address(invitation))],
    )


def _council(council: CouncilPage, language: str) -> str:
    """Its name in that language where it has a page there."""
    rows = CouncilPage.objects.live().filter(
        translation_key=council.translation_key, locale__language_code=language, alias_of=None
    )
    return rows.values_list("title", flat=True).first() or council.title
