"""Many live items at once, written as rows: hundreds a second instead of ten.

`add_child` and `publish` cost a hundred queries a page. Here the tree paths are computed, the rows
of a batch go in together, and codes, tags, references and search follow in a few statements each.
Revisions are not made: an item gets its first when an editor opens it.
"""

from collections.abc import Mapping, Sequence

from django.contrib.contenttypes.models import ContentType
from django.db import DEFAULT_DB_ALIAS, transaction
from django.db.models import Model
from django.db.models.sql import InsertQuery
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_all_child_relations
from taggit.models import Tag
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from wagtail_prcouncil.compat import note_references
from wagtail_prcouncil.news.actions.coding import MOST, SCOPE, CodeTakenError, ImpossibleCodeError
from wagtail_prcouncil.news.caches import forget_lists
from wagtail_prcouncil.news.models import NewsCode, NewsIndexPage, NewsPage, NewsTag
from wagtail_prcouncil.news.slugs import stored_slug
from wagtail_prcouncil.numbering import actions as numbering

IN_ONE_STATEMENT = 100  # rows; SQLite bounds the values of a statement


def write_live(
    pages: Sequence[NewsPage],
    index: NewsIndexPage,
    *,
    tags: Mapping[int, Sequence[str]] | None = None,
    is_searchable: bool = True,
) -> None:
    """Write unsaved items as live children of `index`, in the order given; all or none.

    Each has a title and `published_at`, from when on it counts as out. One that brings a `code`
    keeps it as its older number, the others are given theirs. `tags` are the names for the item at
    a place in `pages`. Without `is_searchable` the search index is left as it is, for a rebuild
    at the end. No log entry for each: the importer keeps its own record. Raises CodeTakenError or
    ImpossibleCodeError when a number cannot be had.
    """
    legacy = {page.code for page in pages if page.code is not None}
    with transaction.atomic():
        _take_codes(pages, legacy)
        for page in pages:
            _complete(page, index)
        _insert(pages, index)
        NewsCode.objects.bulk_create(
            NewsCode(number=page.code, page_id=page.pk, legacy=page.code in legacy)
            for page in pages
        )
        _tag(pages, tags or {})
        note_references(NewsPage, pages)
        forget_lists(pages, index)
    if is_searchable:
        get_search_backend().add_bulk(NewsPage, pages)


def _take_codes(pages: Sequence[NewsPage], legacy: set[int]) -> None:
    if legacy and not (min(legacy) > 0 and max(legacy) <= MOST):
        raise ImpossibleCodeError(_("A news code lies between 1 and %(most)s.") % {"most": MOST})
    if legacy:
        numbering.lift(SCOPE, to=max(legacy))
    taken = NewsCode.objects.filter(number__in=legacy).values_list("number", flat=True).first()
    brought = [page.code for page in pages if page.code is not None]
    if taken is None and len(brought) > len(legacy):
        taken = next(number for number in brought if brought.count(number) > 1)
    if taken is not None:
        raise CodeTakenError(_("Another news item has the code %(code)s.") % {"code": taken})
    new = [page for page in pages if page.code is None]
    for page, number in zip(new, numbering.allot_block(SCOPE, len(new)), strict=True):
        page.code = number


def _complete(page: NewsPage, index: NewsIndexPage) -> None:
    """What publishing would have set."""
    page.draft_title = page.title
    page.slug = page.slug or stored_slug(page.title)
    page.locale_id = index.locale_id
    page.content_type = ContentType.objects.get_for_model(NewsPage)
    page.live, page.has_unpublished_changes = True, False
    page.modified_at = page.modified_at or page.published_at
    page.first_published_at = page.first_published_at or page.published_at
    page.last_published_at = page.last_published_at or page.modified_at
    page.latest_revision_created_at = page.last_published_at
    if page.province_id is None and page.agency is not None:
        page.province_id = page.agency.province_id


def _insert(pages: Sequence[NewsPage], index: NewsIndexPage) -> None:
    """Both tables of the page type, behind the last child of `index`."""
    parent = Page.objects.select_for_update().get(pk=index.pk)
    last = parent.get_last_child()
    step = Page._str2int(last.path[-Page.steplen :]) if last else 0
    for position, page in enumerate(pages, start=step + 1):
        page.depth = parent.depth + 1
        page.path = Page._get_path(parent.path, page.depth, position)
        page.url_path = f"{parent.url_path}{page.slug}/"
    base = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    rows = [Page(**{name: getattr(page, name) for name in base}) for page in pages]
    for page, row in zip(pages, Page.objects.bulk_create(rows), strict=True):
        page.pk = page.page_ptr_id = page.id = row.pk
        page._state.adding = False
    # Django's bulk_create refuses a table that has a parent; its own insert does not.
    for start in range(0, len(pages), IN_ONE_STATEMENT):
        _insert_rows(NewsPage, pages[start : start + IN_ONE_STATEMENT])
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + len(pages))


def _insert_rows(model: type[Model], rows: Sequence[Model]) -> None:
    query = InsertQuery(model)
    query.insert_values(model._meta.local_concrete_fields, [*rows])
    query.get_compiler(DEFAULT_DB_ALIAS).execute_sql()


def _tag(pages: Sequence[NewsPage], tags: Mapping[int, Sequence[str]]) -> None:
    known = _tags_by_name({name for names in tags.values() for name in names})
    for place, page in enumerate(pages):
        # Said to have no other children, or each is asked for them when it is indexed.
        for relation in get_all_child_relations(NewsPage):
            setattr(page, relation.get_accessor_name(), [])
        page.tagged_items = [
            NewsTag(tag=known[name], content_object_id=page.pk, published_at=page.published_at)
            for name in dict.fromkeys(tags.get(place, ()))
        ]
    NewsTag.objects.bulk_create(item for page in pages for item in page.tagged_items.all())


def _tags_by_name(names: set[str]) -> dict[str, Tag]:
    known = {tag.name: tag for tag in Tag.objects.filter(name__in=names)}
    for name in sorted(names - known.keys()):
        # One by one and without a slug: the tag then looks for a free one.
        known[name] = Tag.objects.create(name=name)
    return known
