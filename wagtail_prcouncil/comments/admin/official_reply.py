"""What moderators do to the official reply of one comment."""

from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.comments.actions.answering import (
    draft_answer,
    publish_answer,
    withdraw_answer,
)
from wagtail_prcouncil.comments.admin.forms import AnswerForm, VerbForm
from wagtail_prcouncil.comments.admin.verbs import VerbView, number


class OfficialReplyView(VerbView):
    """Carries the version of the reply beside that of the comment."""

    @property
    def reply_version(self) -> int:
        return number(self.request.POST.get("reply_version", ""))


class AnswerView(OfficialReplyView):
    """Stores the draft, and publishes it at once where that button was pressed."""

    slug, told = "answer", _("Official reply stored.")
    form_name, form_class = "answer", AnswerForm

    def act(self, form: VerbForm) -> None:
        words = form.cleaned_data
        reply = draft_answer(
            self.comment.pk,
            words["agency_name"],
            words["text"],
            expected_version=self.reply_version,
            by=self.user,
        )
        if "publish" in self.request.POST:
            publish_answer(self.comment.pk, expected_version=reply.version, by=self.user)
            self.told = _("Official reply published.")


class PublishAnswerView(OfficialReplyView):
    slug, told = "publish-answer", _("Official reply published.")

    def act(self, form: VerbForm) -> None:
        publish_answer(self.comment.pk, expected_version=self.reply_version, by=self.user)


class WithdrawAnswerView(OfficialReplyView):
    slug, told = "withdraw-answer", _("Official reply withdrawn.")

    def act(self, form: VerbForm) -> None:
        withdraw_answer(self.comment.pk, expected_version=self.reply_version, by=self.user)


VIEWS: tuple[type[VerbView], ...] = (AnswerView, PublishAnswerView, WithdrawAnswerView)
