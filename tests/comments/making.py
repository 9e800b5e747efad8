"""Comments, moderators and open pages for tests."""

from itertools import count
from typing import Any

from django.contrib.auth.models import Group, Permission, User
from wagtail.models import Page

from tests.making import SmallSite, live_news
from wagtail_prcouncil.comments.actions import decide, post
from wagtail_prcouncil.comments.models import CommentPolicy, ModerationScope, ReaderComment
from wagtail_prcouncil.comments.rules import Entry, Sender
from wagtail_prcouncil.comments.states import Mode, Right, Verb

_numbers = count(1)


def open_page(site: SmallSite, **fields: Any) -> Page:
    """A published news item of an index that is open for comments."""
    CommentPolicy.objects.get_or_create(page=site.index, defaults={"mode": Mode.OPEN})
    return live_news(site, **fields)


def posted(page: Page, text: str = "", **fields: Any) -> ReaderComment:
    """A comment as it comes in; `sender` for what is known of who sends it."""
    number = next(_numbers)
    entry = Entry(
        name=fields.pop("name", "شهروند"),
        text=text or f"دیدگاه شمارهٔ {number} دربارهٔ آب روستا",
        email=fields.pop("email", ""),
    )
    sender = fields.pop("sender", Sender(address_hash=f"{number:064x}", seconds=60))
    return post(page, entry, sender, nonce=fields.pop("nonce", f"nonce-{number}"), **fields)


def published(page: Page, text: str = "", **fields: Any) -> ReaderComment:
    """A comment that was approved."""
    comment = posted(page, text, **fields)
    decide(comment.pk, Verb.APPROVE, expected_version=comment.version, by=None)
    return ReaderComment.objects.get(pk=comment.pk)


def moderator(*pages: Page, rights: tuple[Right, ...] = tuple(Right)) -> User:
    """Somebody who has these rights over what lies below the pages; over nothing without any."""
    number = next(_numbers)
    user = User.objects.create_user(f"moderator-{number}", password="secret", first_name="بازبین")
    group = Group.objects.create(name=f"moderators {number}")
    names = [right.rpartition(".")[2] for right in rights]
    group.permissions.set(
        Permission.objects.filter(content_type__app_label="prcouncil_comments", codename__in=names)
    )
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)
    ModerationScope.objects.bulk_create(ModerationScope(group=group, page=page) for page in pages)
    return user
