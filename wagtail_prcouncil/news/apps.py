from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.signals import init_new_page, page_published, page_unpublished, task_submitted

from wagtail_prcouncil.apps import MemberConfig


class NewsConfig(MemberConfig):
    """News of the ministry and its agencies."""

    name = "wagtail_prcouncil.news"
    label = "prcouncil_news"
    default = True
    verbose_name = _("PR council: news")
    requires = (
        "wagtail_prcouncil.pages",
        "wagtail_prcouncil.numbering",
        "wagtail_prcouncil.directory",
    )

    group_permissions: ClassVar[dict[str, tuple[str, ...]]] = {
        "desk_chief": ("add_placement", "change_placement", "delete_placement"),
    }

    def ready(self) -> None:
        from wagtail_prcouncil.news import checks, signal_handlers
        from wagtail_prcouncil.news.admin import desk_mail, presetting

        checks.register_all()
        page_published.connect(
            signal_handlers.register_publication, dispatch_uid="prcouncil_news_publication"
        )
        page_unpublished.connect(
            signal_handlers.register_withdrawal, dispatch_uid="prcouncil_news_withdrawal"
        )
        for signal in (page_published, page_unpublished):
            signal.connect(signal_handlers.choose_anew, dispatch_uid="prcouncil_news_beside")
        init_new_page.connect(presetting.file_new_page, dispatch_uid="prcouncil_news_new_page")
        task_submitted.connect(desk_mail.notify_desk, dispatch_uid="prcouncil_news_desk_mail")
