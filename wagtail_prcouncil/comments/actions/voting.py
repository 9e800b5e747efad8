"""A reader likes or dislikes a published comment."""

from django.db import transaction
from django.db.models import F

from wagtail_prcouncil.comments.actions.showing import lock_threads_of
from wagtail_prcouncil.comments.models import CommentVote, ReaderComment, Thread
from wagtail_prcouncil.comments.states import Shown


@transaction.atomic
def vote(comment: ReaderComment, *, likes: bool | None, by: str) -> None:
    """The vote of the browser with the mark `by`; it takes the place of an earlier one, and None
    takes that back."""
    lock_threads_of([comment.pk])
    # Behind the lock votes are counted one sender after the other.
    rows = ReaderComment.objects.select_for_update().filter(pk=comment.pk, shown=Shown.TEXT)
    if rows.first() is None:
        return
    votes = CommentVote.objects.filter(comment=comment)
    if likes is None:
        votes.filter(voter=by).delete()
    else:
        CommentVote.objects.update_or_create(comment=comment, voter=by, defaults={"is_like": likes})
    liked = votes.filter(is_like=True).count()
    rows.update(likes=liked, dislikes=votes.count() - liked)
    Thread.objects.filter(pk=comment.thread_id).update(version=F("version") + 1)
