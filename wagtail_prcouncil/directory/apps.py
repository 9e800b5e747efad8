from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.apps import MemberConfig


class DirectoryConfig(MemberConfig):
    """Agencies, persons and provinces that every feature speaks of."""

    name = "wagtail_prcouncil.directory"
    label = "prcouncil_directory"
    default = True
    verbose_name = _("PR council: directory")
    requires = ("wagtail_prcouncil.pages", "wagtail_prcouncil.exchange")
