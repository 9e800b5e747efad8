"""An author wants no more mail about a comment."""

from uuid import UUID

from django.db import transaction

from wagtail_prcouncil.comments.announcing import forget
from wagtail_prcouncil.comments.models import ReaderComment


@transaction.atomic
def stop_mail(public_id: UUID) -> None:
    """Tell its author nothing more, nor what waits in the outbox. Of a comment that is not there,
    or wants none already, nothing changes."""
    rows = ReaderComment.objects.filter(public_id=public_id)
    rows.update(wants_mail=False)
    forget(rows.values_list("pk", flat=True))
