"""Reading: a thread, one comment of it. The same for every reader, so that caches may keep it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from wagtail_prcouncil.comments.public.conversations import conversation_of
from wagtail_prcouncil.comments.public.rendering import comment_page, thread_page, thread_part
from wagtail_prcouncil.comments.public.strands import shown_comments
from wagtail_prcouncil.comments.views.answers import answered
from wagtail_prcouncil.pages.methods import reads_only


@reads_only
def thread(request: HttpRequest, page_id: str) -> HttpResponse:
    """The thread of a page, as a page of its own, or for a script the window it asks for."""
    conversation = conversation_of(int(page_id))
    if conversation is None:
        raise Http404
    is_part = request.headers.get("X-Requested-With") == "fetch"
    write = thread_part if is_part else thread_page
    return answered(request, conversation, lambda: write(conversation, request), is_part=is_part)


@reads_only
def comment(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """A comment with all replies to it. What is not shown is answered like what never was."""
    found = shown_comments().select_related("thread", "parent").filter(public_id=public_id).first()
    conversation = conversation_of(found.thread.page_id or 0) if found else None
    if found is None or conversation is None:
        raise Http404
    return answered(request, conversation, lambda: comment_page(conversation, found, request))
