from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UIConfig(AppConfig):
    """Base app, always installed: what readers see."""

    name = "wagtail_prcouncil.ui"
    label = "prcouncil_ui"
    verbose_name = _("PR council: public face")
    default_auto_field = "django.db.models.BigAutoField"
    requires: tuple[str, ...] = ("wagtail_prcouncil.pages",)

    def ready(self) -> None:
        from wagtail_prcouncil.ui import checks, signal_handlers

        checks.register_all()
        signal_handlers.connect()
