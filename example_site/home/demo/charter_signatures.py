"""Who signs the demo's charters: in person, by a pledge, by a link; and who was invited."""

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model

from home.demo.accounts import ACCOUNTS
from home.demo.loading import Tree
from wagtail_prcouncil.charters.actions import inviting, signing
from wagtail_prcouncil.charters.models import CharterVersion
from wagtail_prcouncil.charters.states import Method
from wagtail_prcouncil.councils.models import Appointment
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.directory.models import Agency, Person

if TYPE_CHECKING:
    from home.demo.charters import DemoVersion

Row = Mapping[str, Any]
TO_SIGN = 30
"""Days that an invitation can be used."""


def sign(version: CharterVersion, written: "DemoVersion", tree: Tree) -> None:
    """As far as the file says."""
    for row in written.signed:
        day = _day(row["days"])
        for code in row["agencies"]:
            agency = tree.agencies[code]
            signing.sign(
                version,
                agency=agency,
                person=_speaker(version, agency, day),
                method=Method.IN_PERSON,
                signed_on=day,
            )
    for row in written.pledged:
        signing.sign(
            version,
            agency=tree.agencies[row["agency"]],
            person=Person.objects.filter(name=row["who"]).earliest("pk"),
            method=Method.PLEDGE,
            signed_on=_day(row["days"]),
            title=row["title"],
            title_en=row["title_en"],
        )
    if written.withdrawn:
        row = written.withdrawn
        given = version.signatures.get(agency=tree.agencies[row["agency"]])
        signing.withdraw(given, on=_day(row["days"]), reason=row["reason"])
    for row in written.invited:
        _invite(version, row, tree)


def invite_logins() -> None:
    """Logins that report for an agency are invited to sign for it what it has not signed."""
    names = [account.name for account in ACCOUNTS if account.agency]
    for user in get_user_model().objects.filter(username__in=names):
        for reporter in user.reports_for.select_related("agency"):
            _invite_login(user, reporter.agency)


def _invite_login(user: Any, agency: Agency) -> None:
    for version in CharterVersion.objects.in_force().filter(signatures__isnull=False).distinct():
        has_signed = version.signatures.filter(agency=agency).exists()
        if has_signed or version.invitations.filter(agency=agency).exists():
            continue
        person = _speaker(version, agency, today())
        inviting.invite(version, agency=agency, person=person, user=user, expires_on=_day(TO_SIGN))


def _invite(version: CharterVersion, row: Row, tree: Tree) -> None:
    agency = tree.agencies[row["agency"]]
    invitation = inviting.invite(
        version,
        agency=agency,
        person=_speaker(version, agency, today()),
        email=agency.email,
        expires_on=_day(row.get("until", TO_SIGN)),
    )
    if row.get("signs"):
        inviting.sign_by_invitation(invitation)


def _speaker(version: CharterVersion, agency: Agency, day: dt.date) -> Person:
    """Who sits for the agency on that day, in a council of the charter."""
    keys = signing.council_keys(version.charter)
    sat = Appointment.objects.on(day).filter(
        seat__council__translation_key__in=keys, seat__agency=agency
    )
    return sat.select_related("person").earliest("since").person


def _day(days: int) -> dt.date:
    return today() + dt.timedelta(days=days)
