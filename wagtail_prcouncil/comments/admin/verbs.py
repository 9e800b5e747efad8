"""What moderators do to one comment. Each is a POST that carries the version which was seen."""

from typing import Any, ClassVar, cast

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from wagtail_prcouncil.comments.actions import (
    CommentError,
    RefusedError,
    decide,
    erase,
    redact,
    undo,
)
from wagtail_prcouncil.comments.actions.banning import ban
from wagtail_prcouncil.comments.actions.claiming import claim
from wagtail_prcouncil.comments.actions.closing_reports import close_reports
from wagtail_prcouncil.comments.actions.holding import hold, lift_hold
from wagtail_prcouncil.comments.admin.comment import CommentView
from wagtail_prcouncil.comments.admin.finding import comment_or_404
from wagtail_prcouncil.comments.admin.forms import (
    CONFLICTS,
    BanForm,
    EraseForm,
    NothingForm,
    ReasonForm,
    RedactForm,
    RejectForm,
    ReopenForm,
    VerbForm,
)
from wagtail_prcouncil.comments.admin.phrases import called
from wagtail_prcouncil.comments.admin.responding import done, wants_json
from wagtail_prcouncil.comments.models import Ban, Decision, ReaderComment
from wagtail_prcouncil.comments.states import TRANSITIONS, Reason, Verb


class VerbView(CommentView):
    """Does it and goes back; or shows the comment as it is now, with what was typed: 409 where a
    colleague was first, 422 where something is missing or forbidden."""

    http_method_names: ClassVar[list[str]] = ["post"]
    slug = ""
    form_name = ""
    form_class: type[VerbForm] = NothingForm
    told: str | Promise = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The admin answers a want of rights with its first page, which no script can read."""
        try:
            return super().dispatch(request, *args, **kwargs)
        except PermissionDenied:
            if not wants_json(request):
                raise
            said = _("You may not do this any more. Please load the page again.")
            return JsonResponse({"message": said, "errors": {}}, status=403)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.comment = comment_or_404(request.user, pk)
        form = self.form_class(request.POST)
        if not form.is_valid():
            return self.refused(form, 422)
        try:
            decision = self.act(form)
        except CONFLICTS as conflict:
            return self.refused(form, 409, conflict)
        except RefusedError as refusal:
            form.refuse(refusal)
            return self.refused(form, 422, refusal)
        version = decision.version if decision else 0
        return done(request, str(self.told), version=version, decision=decision)

    def act(self, form: VerbForm) -> Decision | None:
        raise NotImplementedError

    @property
    def version(self) -> int:
        """As the form carries it; 0, which no comment has, for anything else."""
        return number(self.request.POST.get("version", ""))

    def refused(
        self, form: VerbForm, status: int, error: CommentError | None = None
    ) -> HttpResponse:
        said = str(error) if error else _("Something is missing.")
        if wants_json(self.request):
            errors = {name: list(words) for name, words in form.errors.items()}
            return JsonResponse({"message": said, "errors": errors}, status=status)
        bound: dict[str, forms.Form] = {self.form_name: form} if self.form_name else {}
        if bound and not self.is_offered():
            # The same place holds another verb now: what was typed must not be pressed into it.
            bound, typed = {}, " · ".join(filter(None, map(str, form.cleaned_data.values())))
            said = _("%(said)s You had written: %(typed)s") % {"said": said, "typed": typed}
        messages.error(self.request, said)
        return self.shown(status, **bound)

    def is_offered(self) -> bool:
        """Whether the comment as it is now still has the form that was sent."""
        return True


def number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


class DecideView(VerbView):
    """Changes the state, without a word or with a reason."""

    verb: Verb

    def is_offered(self) -> bool:
        now = ReaderComment.objects.values_list("status", flat=True).get(pk=self.comment.pk)
        return now in TRANSITIONS[self.verb].sources

    def act(self, form: VerbForm) -> Decision:
        because = form.because if isinstance(form, ReasonForm) else None
        return decide(
            self.comment.pk,
            self.verb,
            expected_version=self.version,
            by=self.user,
            because=because,
        )


class ApproveView(DecideView):
    slug, verb, told = "approve", Verb.APPROVE, gettext_lazy("Comment approved.")


class SpamView(DecideView):
    slug, verb, told = "spam", Verb.MARK_SPAM, gettext_lazy("Comment marked as spam.")


class RejectView(DecideView):
    slug, verb, told = "reject", Verb.REJECT, gettext_lazy("Comment rejected.")
    form_name, form_class = "reject", RejectForm


class TakeDownView(DecideView):
    slug, verb, told = "take-down", Verb.TAKE_DOWN, gettext_lazy("Comment taken down.")
    form_name, form_class = "reject", RejectForm


class ReopenView(DecideView):
    slug, verb, told = "reopen", Verb.REOPEN, gettext_lazy("Comment reopened.")
    form_name, form_class = "reopen", ReopenForm


class RedactView(VerbView):
    """Both what was typed and what is shown stay on a refusal."""

    slug, told = "redact", gettext_lazy("Comment redacted.")
    form_name, form_class = "redact", RedactForm

    def act(self, form: VerbForm) -> Decision:
        return redact(
            self.comment.pk,
            form.cleaned_data["public_text"],
            public_name=cast(RedactForm, form).name,
            expected_version=self.version,
            by=self.user,
        )


class EraseView(VerbView):
    slug, told = "erase", gettext_lazy("Comment erased.")
    form_name, form_class = "erase", EraseForm

    def act(self, form: VerbForm) -> Decision:
        reason = Reason(form.cleaned_data["reason"])
        made = erase([self.comment.pk], reason=reason, by=self.user)
        if not made:
            raise RefusedError(_("This comment is erased already, or under legal hold."))
        return made[0]


class BanView(VerbView):
    slug, told = "ban", gettext_lazy("Sender banned.")
    form_name, form_class = "ban", BanForm

    def act(self, form: VerbForm) -> None:
        asked = form.cleaned_data
        kind = Ban.Kind(asked["kind"])
        ban(self.comment.pk, kind, until=form.end, why=asked["why"], by=self.user)


class HoldView(VerbView):
    slug, told = "hold", gettext_lazy("Comment put under legal hold.")

    def act(self, form: VerbForm) -> None:
        hold(self.comment.pk, by=self.user)


class LiftHoldView(VerbView):
    slug, told = "lift-hold", gettext_lazy("Legal hold lifted.")

    def act(self, form: VerbForm) -> None:
        lift_hold(self.comment.pk, by=self.user)


class CloseReportsView(VerbView):
    slug, told = "close-reports", gettext_lazy("Reports closed.")

    def act(self, form: VerbForm) -> None:
        close_reports(self.comment.pk, by=self.user)


class ClaimView(VerbView):
    """Told to the script alone, which asks on opening and every few minutes."""

    slug, told = "claim", gettext_lazy("Colleagues see that you look at this comment.")

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.comment = comment_or_404(request.user, pk)
        held = claim(pk, by=self.user)
        if not wants_json(request):
            return done(request, str(self.told))
        other = held.claimed_by if held.claimed_by_id != request.user.pk else None
        return JsonResponse({"holder": called(other) if other else ""})


class UndoView(VerbView):
    """Of a decision, by its key."""

    slug, told = "undo", gettext_lazy("Taken back.")
    decision: Decision

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        decision = Decision.objects.filter(pk=pk).first()
        if decision is None:
            raise Http404
        self.decision = decision
        return super().post(request, decision.comment_id)

    def act(self, form: VerbForm) -> Decision:
        return undo(self.decision, by=self.user)


VIEWS: tuple[type[VerbView], ...] = (
    ApproveView,
    SpamView,
    RejectView,
    TakeDownView,
    ReopenView,
    RedactView,
    EraseView,
    BanView,
    HoldView,
    LiftHoldView,
    CloseReportsView,
    ClaimView,
)
