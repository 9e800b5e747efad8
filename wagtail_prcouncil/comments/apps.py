from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.apps import MemberConfig

MODERATING = (
    "moderate_readercomment",
    "reopen_readercomment",
    "view_original_readercomment",
    "export_readercomment",
    "answer_readercomment",
    "approve_answer_readercomment",
)


class CommentsConfig(MemberConfig):
    """Readers comment, moderators decide, the institution replies."""

    name = "wagtail_prcouncil.comments"
    label = "prcouncil_comments"
    default = True
    verbose_name = _("PR council: reader comments")
    requires = (
        "wagtail_prcouncil.pages",
        "wagtail_prcouncil.ui",
        "wagtail_prcouncil.exchange",
        "wagtail_prcouncil.clock",
        "wagtail_prcouncil.outbox",
    )
    group_permissions: ClassVar[dict[str, tuple[str, ...]]] = {"moderator": MODERATING}

    def ready(self) -> None:
        from wagtail_prcouncil.comments import checks

        checks.register_all()
