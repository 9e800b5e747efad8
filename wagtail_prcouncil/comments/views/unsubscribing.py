"""The link below a mail: no more of them about this comment."""

from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from wagtail_prcouncil.comments.actions.stopping_mail import stop_mail
from wagtail_prcouncil.comments.addresses import read_unsubscribe_token
from wagtail_prcouncil.comments.models import ReaderComment


@never_cache
@csrf_exempt  # RFC 8058: a mail program sends it, with no cookie; the signature is the permission
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """A question with one button, for what looks into links before people do; a POST, with
    whatever body, is the wish itself and is answered without a redirect, as RFC 8058 asks."""
    try:
        public_id = read_unsubscribe_token(token)
    except BadSignature as error:
        raise Http404 from error
    rows = ReaderComment.objects.select_related("thread__page__locale")
    comment = rows.filter(public_id=public_id).first()
    page = comment.thread.page if comment else None
    is_done = request.method == "POST"
    if is_done:
        stop_mail(public_id)
    with translation.override(page.locale.language_code if page else translation.get_language()):
        return render(request, "prcouncil_comments/unsubscribe.html", {"is_done": is_done})
