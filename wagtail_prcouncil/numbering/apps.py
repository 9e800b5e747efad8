from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NumberingConfig(AppConfig):
    """Counters behind news codes, and later resolution and letter numbers."""

    name = "wagtail_prcouncil.numbering"
    label = "prcouncil_numbering"
    verbose_name = _("PR council: numbering")
    default_auto_field = "django.db.models.BigAutoField"
    requires: tuple[str, ...] = ("wagtail_prcouncil.pages",)
