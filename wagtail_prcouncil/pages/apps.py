from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.apps import MemberConfig


class PagesConfig(MemberConfig):
    """Base app, always installed: page mixin, checks, work groups."""

    name = "wagtail_prcouncil.pages"
    label = "prcouncil_pages"
    default = True
    verbose_name = _("PR council: pages")
    requires = ("wagtail_prcouncil.ui",)

    def ready(self) -> None:
        from wagtail_prcouncil.pages import checks, privacy, signal_handlers

        checks.register_all()
        privacy.connect()
        post_migrate.connect(
            signal_handlers.make_work_groups, sender=self, dispatch_uid="prcouncil_work_groups"
        )
