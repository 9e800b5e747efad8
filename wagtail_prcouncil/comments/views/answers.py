"""How public addresses of comments answer: for all readers alike, and briefly to those who have
been here before."""

from collections.abc import Callable
from hashlib import blake2b

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers

from wagtail_prcouncil import __version__
from wagtail_prcouncil.comments.public.conversations import Conversation
from wagtail_prcouncil.comments.public.elsewhere import lead_to_translations
from wagtail_prcouncil.ui.face import face_of

KEPT_FOR = 60  # seconds that a cache may hold an answer before it asks again


def _frame(request: HttpRequest) -> tuple[object, ...]:
    """What the frame round a whole page is made of."""
    face = face_of(None, request)
    return (face.site_name, face.menu, face.editions, face.around.brand_version)


def answered(
    request: HttpRequest,
    conversation: Conversation,
    write: Callable[[], str],
    *,
    content_type: str = "text/html; charset=utf-8",
    is_part: bool = False,
) -> HttpResponse:
    """What `write` makes of the conversation, in the page's language; 304 where nothing has
    changed. The ETag is weak: of the frame it knows the menu, the name, the colours and where
    other languages are found."""
    language = conversation.language.code
    if not is_part:
        lead_to_translations(conversation.page, request)
    with translation.override(language):
        frame = () if is_part else _frame(request)  # a part stands in a frame that is there already
        made_of = (__version__, request.get_full_path(), is_part, conversation.state, frame)
        etag = f'W/"{blake2b(repr(made_of).encode(), digest_size=12).hexdigest()}"'
        response = get_conditional_response(request, etag=etag)
        response = response or HttpResponse(write(), content_type)
    response["ETag"] = etag
    response.setdefault("Content-Language", language)
    patch_vary_headers(response, ["X-Requested-With"])
    let_be_kept(request, response, KEPT_FOR)
    return response


def let_be_kept(request: HttpRequest, response: HttpResponse, seconds: int) -> None:
    """By shared caches, for so long; whoever is logged in gets his own, where the frame may have a
    user bar."""
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        patch_cache_control(response, private=True)
    else:
        patch_cache_control(response, public=True, max_age=seconds)
