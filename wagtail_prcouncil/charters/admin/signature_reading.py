"""Signatures and invitations in words, as the desk and the lists print them."""

from collections.abc import Iterator

from django.utils.translation import get_language, gettext, pgettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.charters.admin.reading import number_as_read
from wagtail_prcouncil.charters.models import Invitation, Signature
from wagtail_prcouncil.charters.states import TO_SIGN, InvitationState
from wagtail_prcouncil.councils.admin.asking import Fact
from wagtail_prcouncil.councils.admin.desk import DONE, NOTHING, STOPPED, WAITS
from wagtail_prcouncil.councils.admin.reading import day_as_read
from wagtail_prcouncil.pages.numerals import in_digits


def method_as_read(row: Signature) -> str:
    """How somebody signed, and whether nobody knew a seat of his."""
    method = row.get_method_display()
    return gettext("%(method)s, without a seat") % {"method": method} if row.is_unseated else method


def state_as_read(row: Signature) -> str:
    if row.withdrawn_on is None:
        return gettext("stands")
    return gettext("withdrawn on %(day)s") % {"day": day_as_read(row.withdrawn_on)}


def province_as_read(row: Signature) -> str:
    """Empty for a body of the whole country."""
    province = row.agency.province
    return province.name_in(get_language() or "fa") if province else ""


def signature_facts(row: Signature) -> Iterator[Fact]:
    """What is recorded of one."""
    yield Fact(_("Charter"), row.version.charter.page.title, number_as_read(row.version))
    yield Fact(_("Number"), in_digits(row.number))
    yield Fact(_("Person"), row.person.name_as_read(), row.title_in(get_language() or "fa"))
    yield Fact(_("Agency"), row.agency.name_as_read())
    yield Fact(_("How"), method_as_read(row))
    yield Fact(_("Signed on"), day_as_read(row.signed_on))
    yield Fact(_("State"), state_as_read(row))
    if row.withdrawal_reason:
        yield Fact(_("Why it was withdrawn"), row.withdrawal_reason)


def invitation_state(row: Invitation) -> tuple[str, str]:
    """In words, and its tone. One that can come to nothing any more says why."""
    if row.has_expired:
        return pgettext("an invitation", "expired"), STOPPED
    if row.ended_with_version:
        return str(row.version.standing.label), STOPPED
    if row.state != InvitationState.OPEN:
        is_used = row.signature_id is not None
        return row.get_state_display(), DONE if is_used else NOTHING
    if row.version.standing not in TO_SIGN:
        return str(row.version.standing.label), STOPPED
    return row.get_state_display(), WAITS


def reached_by(row: Invitation) -> str:
    """An address, a login, or both."""
    login = row.user.get_username() if row.user else ""
    return "، ".join(filter(None, (row.email, login)))


def invitation_facts(row: Invitation) -> Iterator[Fact]:
    """What is known of one."""
    yield Fact(_("Charter"), row.version.charter.page.title, number_as_read(row.version))
    yield Fact(_("Person"), row.person.name_as_read())
    yield Fact(_("Agency"), row.agency.name_as_read())
    yield Fact(_("Reached by"), reached_by(row))
    yield Fact(_("Can be signed until"), day_as_read(row.expires_on))
    yield Fact(_("State"), invitation_state(row)[0])
