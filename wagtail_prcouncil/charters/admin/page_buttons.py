"""From the page of a charter, or of a council, to the desk."""

from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.charters.admin.places import LISTING
from wagtail_prcouncil.charters.admin.policies import CHARTERS, SEEING
from wagtail_prcouncil.charters.models import Charter, CharterPage
from wagtail_prcouncil.councils.admin.page_buttons import WayToDesk

page_buttons = WayToDesk(
    CharterPage,
    Charter.objects,
    CHARTERS,
    SEEING,
    LISTING,
    first_tab="text",
    icon="doc-full-inverse",
    new=_("New charter"),
    priority=187,
).buttons
