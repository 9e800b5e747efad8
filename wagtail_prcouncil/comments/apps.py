from typing import TYPE_CHECKING, ClassVar

from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.apps import MemberConfig

if TYPE_CHECKING:
    from django.contrib.auth.models import Group

MODERATING = (
    "moderate_readercomment",
    "reopen_readercomment",
    "view_original_readercomment",
    "export_readercomment",
    "answer_readercomment",
    "approve_answer_readercomment",
    *(f"{verb}_wordrule" for verb in ("add", "change", "delete")),
    *(f"{verb}_cannedreply" for verb in ("add", "change", "delete")),
    "change_ban",
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

    def on_given(self, group: "Group", codename: str, using: str) -> None:
        """Rights over comments are worth nothing without a scope."""
        from wagtail_prcouncil.comments.actions.scoping import give_everything

        if codename == MODERATING[0]:
            give_everything(group, using=using)
