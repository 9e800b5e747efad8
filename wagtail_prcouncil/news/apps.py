from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.signals import page_published


class NewsConfig(AppConfig):
    """News of the ministry and its agencies."""

    name = "wagtail_prcouncil.news"
    label = "prcouncil_news"
    verbose_name = _("PR council: news")
    default_auto_field = "django.db.models.BigAutoField"
    requires: tuple[str, ...] = ("wagtail_prcouncil.pages", "wagtail_prcouncil.numbering")

    def ready(self) -> None:
        from wagtail_prcouncil.news import signal_handlers

        page_published.connect(
            signal_handlers.register_publication, dispatch_uid="prcouncil_news_publication"
        )
