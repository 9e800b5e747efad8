"""Mailing lists in the admin's menu."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.viewsets import RowViewSet
from wagtail_prcouncil.meetings.admin import listing_many, recipients
from wagtail_prcouncil.meetings.admin.policies import RECIPIENTS
from wagtail_prcouncil.meetings.models import Recipient


class RecipientViewSet(RowViewSet):
    """Mailing lists of councils."""

    model, policy, name, icon = Recipient, RECIPIENTS, "prcouncil_recipients", "mail"
    url_prefix = "meetings/recipients"
    menu_label, menu_name = _("Mailing lists"), "prcouncil-recipients"
    index_view_class = recipients.RecipientListing
    screens: ClassVar[dict[str, Any]] = {
        "add": recipients.RecipientAddView,
        "add_many": listing_many.AddManyView,
        "add_agencies": listing_many.AddAgenciesView,
    }
    of_one: ClassVar[dict[str, Any]] = {
        "edit": recipients.RecipientEditView,
        "delete": recipients.RemoveRecipientView,
        "try": recipients.TryRecipientView,
    }
