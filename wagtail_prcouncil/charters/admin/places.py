"""The lists of charters and signatures in the menu: how their addresses are called, and their
headings."""

from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.admin.places import Listing

LISTING = Listing("prcouncil_charters", _("Charters"))
SIGNATURE_LIST = Listing("prcouncil_signatures", _("Signatures"))
