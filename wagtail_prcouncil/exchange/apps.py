from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.apps import MemberConfig


class ExchangeConfig(MemberConfig):
    """Tables that leave the site and come in."""

    name = "wagtail_prcouncil.exchange"
    label = "prcouncil_exchange"
    default = True
    verbose_name = _("PR council: exchange")
    # Its screens are written with the tags of `ui`.
    requires = ("wagtail_prcouncil.pages", "wagtail_prcouncil.ui")
