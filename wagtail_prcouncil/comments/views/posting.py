"""The form of a comment, and what becomes of what is sent by it."""

import uuid
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from wagtail_prcouncil.comments import proofs
from wagtail_prcouncil.comments.actions import ClosedError, RefusedError, post
from wagtail_prcouncil.comments.addresses import form_path
from wagtail_prcouncil.comments.forms import DECOY, CommentForm
from wagtail_prcouncil.comments.kinds import readable_page
from wagtail_prcouncil.comments.limits import TooManyCommentsError, check_hard_limits
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.policies import Allowed, allowed_on
from wagtail_prcouncil.comments.senders import sender_of
from wagtail_prcouncil.comments.tokens import ForgedTokenError, Token, new_token, read_token
from wagtail_prcouncil.comments.views.asking import (
    asks_readers,
    is_forged,
    refusal_unread,
    shown,
    why_forged,
)

RECEIVED = "received"


@asks_readers
def comment_form(request: HttpRequest, page_id: str) -> HttpResponse:
    """The form below a page; its thank-you is the same for all that is sent.

    403 where the page takes no comments; a POST is then 409, with what was typed.
    """
    page = readable_page(int(page_id))
    if page is None:
        raise Http404
    with translation.override(page.locale.language_code):
        return _Asked(request, page).answer()


class NoSuchCommentError(Exception):
    """What is replied to is not there, not published, elsewhere, or a reply itself."""


@dataclass
class _Asked:
    """One request of a form."""

    request: HttpRequest
    page: Page

    @cached_property
    def allowed(self) -> Allowed:
        return allowed_on(self.page)

    @cached_property
    def parent(self) -> ReaderComment | None:
        """The published comment that `?to=` names; None for a comment on the page itself."""
        named = self.request.GET.get("to", "")
        if not named:
            return None
        thread = {"thread__page": self.page.alias_of_id or self.page.pk}
        roots = ReaderComment.objects.published().roots().filter(**thread)
        parent = roots.filter(public_id=named).first() if _is_uuid(named) else None
        if parent is None:
            raise NoSuchCommentError
        return parent

    def answer(self) -> HttpResponse:
        if self.request.method == "POST":
            return refusal_unread(self.request) or self._take()
        if not self.allowed.shows:
            raise Http404
        if RECEIVED in self.request.GET:
            return self._shown("received", 200)
        if not self.allowed.takes:
            return self._shown("closed", 403, allowed=self.allowed)
        return self._ask(CommentForm(), self._new_token(), 200)

    def _take(self) -> HttpResponse:
        form = CommentForm(self.request.POST)
        if not self.allowed.takes:
            return self._shown("closed", 409, allowed=self.allowed, form=form)
        sent = self.request.POST.get("token", "")
        try:
            token = read_token(sent, page_id=self._page_id, site_id=self._site_id)
        except ForgedTokenError:
            words = _("This form could not be told from a forged one. Please send it again.")
            return self._ask(form, self._new_token(), 400, words)
        if is_forged(self.request):
            words = why_forged(self.request)
            return self._ask(form, token, 403, words)
        if token.is_stale:
            words = _("This form has been open for very long. Please send it again.")
            return self._ask(form, token.renewed(), 400, words)
        if not form.is_valid():
            return self._ask(form, token, 400)
        return self._post(form, token)

    def _post(self, form: CommentForm, token: Token) -> HttpResponse:
        entry = form.entry
        solution = self.request.POST.get(proofs.FIELD, "")
        sender = sender_of(
            self.request,
            token,
            email=entry.email,
            decoy=form.fell_for_decoy,
            proof=proofs.asked_proof(token, solution),
        )
        try:
            check_hard_limits(self.page, sender)
            comment = post(
                self.page,
                entry,
                sender,
                nonce=token.nonce,
                parent=self.parent,
                wants_mail=form.cleaned_data["wants_mail"],
            )
        except TooManyCommentsError as error:
            return self._ask(form, token, 429, str(error))
        except ClosedError:
            return self._shown("closed", 409, allowed=self.allowed, form=form)
        except (NoSuchCommentError, RefusedError):
            return self._ask(form, token, 404)
        if comment.text != entry.text:
            words = _(
                "This form was sent already, with other words. To send these as well, send them"
                " again."
            )
            return self._ask(form, token.renewed(), 400, words)
        # To the thank-you: reloading it sends nothing a second time.
        address = f"{form_path(self.page)}?{RECEIVED}"
        return HttpResponse(status=303, headers={"Location": address})

    def _ask(self, form: CommentForm, token: Token, status: int, words: str = "") -> HttpResponse:
        """The form with what was typed; where what it replies to is gone, without it."""
        try:
            parent = self.parent
        except NoSuchCommentError:
            parent, status = None, 404
            words = _("The comment that you reply to is not there any more.")
        challenge = proofs.challenge_for(token)
        asked = {"form": form, "token": token, "parent": parent, "refusal": words}
        return self._shown("comment_form", status, challenge=challenge, **asked)

    def _shown(self, name: str, status: int, **variables: object) -> HttpResponse:
        asked = {
            "read": self.page,
            "read_url": self.page.get_url(self.request),
            "address": form_path(self.page),
            "decoy": DECOY,
        }
        return shown(self.request, name, asked | variables, status, elsewhere=form_path)

    def _new_token(self) -> Token:
        return new_token(self._page_id, self._site_id)

    @property
    def _page_id(self) -> int:
        return int(self.page.alias_of_id or self.page.pk)

    @cached_property
    def _site_id(self) -> int:
        site = Site.find_for_request(self.request)
        return site.pk if site else 0


def _is_uuid(text: str) -> bool:
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True
