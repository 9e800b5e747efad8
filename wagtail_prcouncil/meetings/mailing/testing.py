"""A mail that asks for nothing: whether an address works."""

from django.utils import timezone
from django.utils.translation import gettext

from wagtail_prcouncil.meetings.mailing.addressees import of_recipient
from wagtail_prcouncil.meetings.mailing.letters import Event, Reader, Said, post
from wagtail_prcouncil.meetings.models import Recipient


def send_test(row: Recipient) -> None:
    """To one address of a list. Each is an event of its own."""

    def tell(reader: Reader) -> Said:
        return Said(
            subject=gettext("Test mail of the council's secretary"),
            sentence=gettext("This address stands on the mailing list of this council:"),
            title=row.council.title,
        )

    mark = f"{row.pk}:{timezone.now():%Y%m%dT%H%M%S%f}"
    post(Event("tested", mark, None), [of_recipient(row)], tell)
