from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.apps import MemberConfig


class PrintingConfig(MemberConfig):
    """Print pages, and PDF files of them."""

    name = "wagtail_prcouncil.printing"
    label = "prcouncil_printing"
    default = True
    verbose_name = _("PR council: printing")
    requires = ("wagtail_prcouncil.pages", "wagtail_prcouncil.ui", "wagtail_prcouncil.clock")
