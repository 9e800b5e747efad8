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
        # Both reach models, which are loaded only now.
        from wagtail_prcouncil.ui import checks, signal_handlers  # noqa: PLC0415

        checks.register_all()
        signal_handlers.connect()
