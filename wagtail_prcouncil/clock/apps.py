from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.apps import MemberConfig


class ClockConfig(MemberConfig):
    """Jobs that apps register, run once a minute or less often."""

    name = "wagtail_prcouncil.clock"
    label = "prcouncil_clock"
    default = True
    verbose_name = _("PR council: clock")
    requires = ("wagtail_prcouncil.pages",)

    def ready(self) -> None:
        from wagtail_prcouncil.clock import checks

        checks.register_all()
