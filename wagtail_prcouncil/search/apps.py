from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.apps import MemberConfig


class SearchConfig(MemberConfig):
    """The search backend that folds Persian spellings, and the public search page."""

    name = "wagtail_prcouncil.search"
    label = "prcouncil_search"
    default = True
    verbose_name = _("PR council: search")
    requires = ("wagtail_prcouncil.pages", "wagtail_prcouncil.ui")

    def ready(self) -> None:
        from wagtail_prcouncil.search import checks

        checks.register_all()
