"""News is begun from words that came in elsewhere: an agency's report to a meeting."""

import re
from collections.abc import Iterator

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import Page

from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage
from wagtail_prcouncil.news.slugs import stored_slug
from wagtail_prcouncil.pages.draft_targets import Draft, DraftTarget

LONGEST_LEAD = 600
"""Characters; a longer first paragraph is part of the text."""


def draft_news(parent: Page, draft: Draft, *, by: AbstractBaseUser | None = None) -> NewsPage:
    """An unpublished item below an index: the first paragraph is its lead, the agency is whom it
    quotes. It is of the type of news that editors are offered there.

    Raises PermissionDenied where the user may not add one.
    """
    home = parent.specific
    kind = _kind_below(home)
    if kind is None or (by is not None and not home.permissions_for_user(by).can_add_subpage()):
        raise PermissionDenied
    lead, *rest = _paragraphs(draft.text)
    if len(lead) > LONGEST_LEAD:
        lead, rest = "", [lead, *rest]
    page = kind(
        title=draft.title,
        slug=stored_slug(draft.title),
        lead=lead,
        body=[("paragraph", f"<p>{'<br/>'.join(_lines(words))}</p>") for words in rest],
        quoted_agency_id=draft.agency_id,
        locale=home.locale,
        live=False,
        owner=by,
    )
    with transaction.atomic():
        home.add_child(instance=page)
        page.save_revision(user=by)
        log(page, "wagtail.create", user=by)
    return page


def _kind_below(parent: Page) -> type[NewsPage] | None:
    """Ours, or where a site has hidden it, the first that takes its place."""
    kinds = [kind for kind in parent.creatable_subpage_models() if issubclass(kind, NewsPage)]
    kinds.sort(key=lambda kind: kind is not NewsPage)
    return next((kind for kind in kinds if kind.can_create_at(parent)), None)


def _paragraphs(text: str) -> list[str]:
    """At least one, which may be empty."""
    found = [part.strip() for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n"))]
    return [part for part in found if part] or [""]


def _lines(words: str) -> Iterator[str]:
    return (escape(line) for line in words.splitlines())


NEWS = DraftTarget("news", _("News item"), "add", NewsIndexPage, draft_news)
"""Registered in wagtail_hooks.py."""
