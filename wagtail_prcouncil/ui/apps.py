from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.apps import MemberConfig


class UIConfig(MemberConfig):
    """Base app, always installed: what readers see."""

    name = "wagtail_prcouncil.ui"
    label = "prcouncil_ui"
    default = True
    verbose_name = _("PR council: public face")
    requires = ("wagtail_prcouncil.pages", "wagtail.contrib.settings", "wagtail.images")

    def ready(self) -> None:
        # They reach models, which are loaded only now.
        from wagtail_prcouncil.ui import checks, forms, signal_handlers
        from wagtail_prcouncil.ui.jalali import comparison as admin_comparison

        checks.register_all()
        signal_handlers.connect()
        forms.register_everywhere()
        admin_comparison.register()
