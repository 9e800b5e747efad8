"""A reader sends a comment."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from wagtail_prcouncil.comments.actions.errors import CommentError, RefusedError
from wagtail_prcouncil.comments.models import ReaderComment, RuleHit, Thread
from wagtail_prcouncil.comments.policies import allowed_on
from wagtail_prcouncil.comments.rules import Entry, Examined, Opinion, Sender, examine
from wagtail_prcouncil.comments.rules.repeated import hash_of
from wagtail_prcouncil.comments.states import Shown
from wagtail_prcouncil.persian.text import fold


class ClosedError(CommentError):
    """The page takes no comments, or none any more."""

    def __init__(self) -> None:
        super().__init__(_("Comments on this page are closed."))


def post(
    page: Page,
    entry: Entry,
    sender: Sender,
    *,
    nonce: str,
    parent: ReaderComment | None = None,
    wants_mail: bool = False,
) -> ReaderComment:
    """Put a comment into the queue of moderators; nothing of it is public.

    `page` is one that the reader may read, `nonce` that of the form: sent twice, also at the same
    time, the first comment is given back. Raises ClosedError, RefusedError for a parent that cannot
    be answered (it is on another page, not published, or a reply itself).
    """
    if not allowed_on(page).takes:
        raise ClosedError
    try:
        thread = thread_of(page)
    except IntegrityError:  # the page was deleted a moment ago
        raise ClosedError from None
    if parent is not None:
        check_parent(parent, thread)
    folded = fold(entry.text)
    opinion = examine(Examined(entry, sender, thread, folded))
    comment = ReaderComment(
        thread=thread,
        parent=parent,
        name=entry.name,
        email=entry.email,
        text=entry.text,
        public_text=entry.text,
        folded=f"{fold(entry.name)} {folded}",
        nonce=nonce,
        address_hash=sender.address_hash,
        email_hash=sender.email_hash,
        text_hash=hash_of(folded),
        wants_mail=wants_mail and bool(entry.email),
        hold_codes=list(dict.fromkeys(hit.code.value for hit in opinion.hits)),
        urgency=opinion.urgency,
        script=opinion.script,
    )
    return _stored(comment, opinion)


def check_parent(parent: ReaderComment, thread: Thread) -> None:
    """One sentence for all: whoever guesses learns nothing of what is not published."""
    answerable = parent.thread_id == thread.pk and parent.parent_id is None
    if not (answerable and parent.shown == Shown.TEXT):
        raise RefusedError(_("The comment that you reply to is not there any more."), "parent")


def thread_of(page: Page) -> Thread:
    """Made with the first comment, by whichever of two readers is first."""
    while page.alias_of_id:
        page = page.alias_of
    thread = Thread.objects.filter(page=page.pk).first() or Thread(page_id=page.pk)
    before = _filed(thread)
    thread.refile(page)
    if thread.pk is None:
        return Thread.objects.get_or_create(page_id=page.pk, defaults=_filed(thread))[0]
    if _filed(thread) != before:
        Thread.objects.filter(pk=thread.pk).update(**_filed(thread))
    return thread


def _filed(thread: Thread) -> dict[str, Any]:
    names = ("page_title", "section_id", "agency_id", "province_id", "council_ids")
    return {name: getattr(thread, name) for name in names}


def _stored(comment: ReaderComment, opinion: Opinion) -> ReaderComment:
    try:
        with transaction.atomic():
            comment.save(force_insert=True)
            RuleHit.objects.bulk_create(
                RuleHit(
                    comment=comment,
                    code=hit.code,
                    field=hit.field,
                    start=hit.start,
                    end=hit.end,
                    detail=hit.detail,
                    word_rule_id=hit.word_rule_id,
                    rule_version=hit.rule_version,
                )
                for hit in opinion.hits
            )
    except IntegrityError:
        first = ReaderComment.objects.filter(nonce=comment.nonce).first()
        if first is None:
            raise
        return first
    return comment
