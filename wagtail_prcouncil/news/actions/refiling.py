"""Many items at once to another section, or to another agency."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogContext, log
from wagtail.models import Revision
from wagtail.search.index import insert_or_update_object

from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.news.actions.coding import NewsError
from wagtail_prcouncil.news.models import NewsPage, SectionPage
from wagtail_prcouncil.pages.originals import original

# An action is one request and one transaction; an item takes some dozens of queries.
MOST = 200


class TooManyError(NewsError):
    """More items than one request can change."""


class Refiled(NamedTuple):
    """How many items readers find changed at once, and how many only their editors."""

    published: int
    drafted: int


def refile_many(
    pages: Sequence[NewsPage],
    *,
    section: SectionPage | None = None,
    agency: Agency | None = None,
    by: AbstractBaseUser | None = None,
) -> Refiled:
    """File items under a section, ascribe them to an agency, or both; what is None stays.

    Each gets a revision. Those live without an open draft are published with it, silently; of
    others only the draft changes, so that nobody's half-written words go out, and of those that
    are not live the row too. What waits for its schedule is changed where it waits. All or none:
    raises PermissionDenied where `by` may not edit one of them or it is locked, TooManyError
    above `MOST`, ValidationError for a closed agency.
    """
    if len(pages) > MOST:
        raise TooManyError(_("At most %(most)s items at once. Narrow the list.") % {"most": MOST})
    if agency is not None:
        agency.refuse_new_use()
    first = original(section) if section is not None else None
    published = 0
    with transaction.atomic(), LogContext(user=by):
        rows = NewsPage.objects.select_for_update().order_by("pk")
        for page in rows.filter(pk__in=[page.pk for page in pages]).specific():
            if by is not None and not may_refile(page, by):
                raise PermissionDenied
            published += _refile(page, first, agency, by)
    return Refiled(published, len(pages) - published)


def may_refile(page: NewsPage, user: AbstractBaseUser) -> bool:
    """Whose draft the user may change. An alias changes with the page it mirrors."""
    permissions = page.permissions_for_user(user)
    return permissions.can_edit() and not permissions.page_locked() and not page.alias_of_id


def _refile(
    page: NewsPage,
    section: SectionPage | None,
    agency: Agency | None,
    by: AbstractBaseUser | None,
) -> bool:
    """Whether readers find the change at once."""
    goes_out = page.live and not page.has_unpublished_changes
    if by is not None and not page.permissions_for_user(by).can_publish():
        goes_out = False
    draft = page.get_latest_revision_as_object()
    words = _words(draft, section, agency)
    for name, value in words.items():
        setattr(draft, name, value)
    # Not validated: an open draft may lack what only its publication asks for.
    revision = draft.save_revision(user=by, changed=True, clean=False)
    log(page, "prcouncil_news.refile", user=by, revision=revision, data=_told(section, agency))
    for waiting in page.revisions.filter(approved_go_live_at__isnull=False):
        _rewrite(waiting, words)
    if goes_out:
        revision.publish(user=by, log_action=False)
    elif not page.live:
        NewsPage.objects.filter(pk=page.pk).update(**words)
        transaction.on_commit(lambda: insert_or_update_object(page))
    return goes_out


def _words(
    draft: NewsPage, section: SectionPage | None, agency: Agency | None
) -> dict[str, int | str | None]:
    """The columns that change. Another agency brings its province, unless an editor had said
    another than the old one's."""
    words: dict[str, int | str | None] = {}
    if section is not None:
        words["section_id"] = section.pk
    if agency is not None and agency.pk != draft.agency_id:
        words |= {"agency_id": agency.pk, "agency_name": ""}
        if draft.province_id == (draft.agency.province_id if draft.agency else None):
            words["province_id"] = agency.province_id
    return words


def _rewrite(revision: Revision, words: dict[str, Any]) -> None:
    fields = {name.removesuffix("_id"): value for name, value in words.items()}
    Revision.objects.filter(pk=revision.pk).update(content=revision.content | fields)


def _told(section: SectionPage | None, agency: Agency | None) -> dict[str, str]:
    told = {"section": section and section.title, "agency": agency and agency.name}
    return {name: words for name, words in told.items() if words}
