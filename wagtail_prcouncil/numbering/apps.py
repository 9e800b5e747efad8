from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.apps import MemberConfig


class NumberingConfig(MemberConfig):
    """Counters behind news codes, and later resolution and letter numbers."""

    name = "wagtail_prcouncil.numbering"
    label = "prcouncil_numbering"
    default = True
    verbose_name = _("PR council: numbering")
    requires = ("wagtail_prcouncil.pages",)

    def ready(self) -> None:
        from wagtail_prcouncil.numbering import checks

        checks.register_all()
