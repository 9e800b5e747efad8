import datetime as dt
from collections.abc import Collection, Sequence
from functools import cache
from typing import Any, Self

from django.db import models
from django.db.models import (
    F,
    FilteredRelation,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.images import get_image_model

from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.pages.models import ReadableQuerySet
from wagtail_prcouncil.ui.rows import PageRows

LONG_AGO = dt.datetime(1, 1, 2, tzinfo=dt.UTC)
END_OF_TIME = dt.datetime(9999, 1, 1, tzinfo=dt.UTC)

# What a list of news leaves in the database: the text, and what editors work with. Turning rows
# into pages is the dearest part of a list, and dates the dearest part of a row.
UNSEEN_IN_LISTS = (
    "body",
    *("draft_title", "has_unpublished_changes", "seo_title", "search_description", "numchild"),
    *("update_kind", "update_note", "is_republished", "embargoed_until", "title_key"),
    *("owner", "locked", "locked_at", "locked_by", "go_live_at", "expire_at", "expired"),
    *("latest_revision", "latest_revision_created_at", "live_revision", "show_in_menus"),
)
# What only editors work with: of an item that is read whole, and of its section.
UNSEEN_BY_READERS = (
    *("draft_title", "has_unpublished_changes", "numchild", "show_in_menus", "first_published_at"),
    *("title_key", "update_kind", "update_note"),
    *("owner", "locked", "locked_at", "locked_by", "go_live_at", "expire_at", "expired"),
    *("latest_revision", "latest_revision_created_at", "live_revision"),
)
UNSEEN_OF_SECTIONS = ("intro", "seo_title", "search_description", "last_published_at")
UNSEEN_OF_PICTURES = ("collection", "uploaded_by_user", "created_at", "file_size")
NAMED = ("id", "code", "name", "name_en")  # what readers of news see of an agency or province
# What cards show, and when an editor last changed what a site's own may show besides.
ON_CARDS = (
    *("pk", "title", "kicker", "deck", "lead", "published_at", "agency_name", "hero_alt", "code"),
    *("slug", "url_path", "locale_id", "section_id", "last_published_at"),
    "retracted_at",
    *(f"agency__{name}" for name in NAMED),
    *("hero_image_id", "hero_image__file", "hero_image__file_hash"),
    *("hero_image__width", "hero_image__height"),
    *(f"hero_image__focal_point_{name}" for name in ("x", "y", "width", "height")),
)


@cache
def seen_whole(model: type[models.Model]) -> dict[str, list[str]]:
    """Columns of an item, under an empty name, and of what each of its links leads to. Named one by
    one: of so many tables Django would else weigh every column with each item."""

    def seen(link: str, unseen: Sequence[str] = ()) -> list[str]:
        kind = model._meta.get_field(link).related_model if link else model
        return [field.name for field in kind._meta.concrete_fields if field.name not in unseen]

    return {
        "": seen("", UNSEEN_BY_READERS),
        "section": seen("section", (*UNSEEN_BY_READERS, *UNSEEN_OF_SECTIONS)),
        "hero_image": seen("hero_image", UNSEEN_OF_PICTURES),
        "locale": seen("locale"),
        **{link: list(NAMED) for link in ("agency", "quoted_agency", "province")},
    }


class NewsQuerySet(ReadableQuerySet):
    """News by where it stands and what a list needs of it."""

    def published(self) -> Self:
        """Those that have a publication time: the ones a list in order of time may hold.

        Said as a bound, not as IS NOT NULL: with the bound SQLite walks the index on the time,
        without it reads every row and sorts. Of two bounds on one side it takes the first, and
        reads all that lies beyond the second: a list that has another bound goes without this.
        """
        return self.filter(**{f"{self.time_field}__lt": END_OF_TIME})

    def embargoed(self) -> Self:
        """With an embargo of their own until a time to come, published or not."""
        return self.filter(embargoed_until__gt=timezone.now()).order_by()

    def withheld(self) -> Self:
        """Published, and kept from readers: an embargo is the item's, in whatever language it was
        set (rule A18)."""
        keys = self.model._base_manager.filter(embargoed_until__gt=timezone.now())
        return self.filter(live=True, translation_key__in=keys.values("translation_key")).order_by()

    def recommended(self) -> Self:
        """Without retracted items, which stay readable for whoever has their address."""
        return super().recommended().filter(retracted_at=None)

    def newest_first(self) -> Self:
        return self.published().order_by(f"-{self.time_field}", "-pk")

    def between(self, start: dt.datetime | None, end: dt.datetime | None) -> Self:
        """Published from one moment on, and before another; either may be left open."""
        bounds = {f"{self.time_field}__gte": start, f"{self.time_field}__lt": end}
        return self.filter(**{name: moment for name, moment in bounds.items() if moment})

    @property
    def time_field(self) -> str:
        """The column on which an index holds these in order of time."""
        return "tagged_at" if "tagged_at" in self.query.annotations else "published_at"

    def tagged(self, tag_id: int) -> Self:
        """Those with a tag, read from the tag's own index in time: however many it has, a list
        reads those it shows."""
        this = FilteredRelation("tagged_items", condition=Q(tagged_items__tag=tag_id))
        tagged = self.annotate(this_tag=this).filter(this_tag__isnull=False)
        return tagged.annotate(tagged_at=F("this_tag__published_at"))

    def in_sections(self, section_ids: Sequence[int]) -> Self:
        return self.filter(section_id__in=section_ids)

    def for_agency(self, agency_id: int) -> Self:
        return self.filter(agency_id=agency_id)

    def for_agencies(self, agency_ids: Collection[int]) -> Self:
        return self.filter(agency_id__in=sorted(agency_ids))

    def since_busiest(self, agency_ids: Collection[int], size: int) -> Self:
        """Not older than the busiest of these agencies needed for its last `size` items: among the
        newest `size` of all is nothing older. SQLite would else read all their news to put them in
        order; so it reads a few of each agency, along its own index."""
        of_one = self.filter(agency=OuterRef("pk")).newest_first().values("published_at")
        agencies = Agency.objects.filter(pk__in=agency_ids).order_by()
        needed = agencies.annotate(needed=Subquery(of_one[size - 1 : size]))
        busiest = needed.order_by(F("needed").desc(nulls_last=True)).values("needed")[:1]
        return self.filter(published_at__gte=Coalesce(Subquery(busiest), Value(LONG_AGO)))

    def for_province(self, province_id: int) -> Self:
        return self.filter(province_id=province_id)

    def with_code(self, number: int) -> Self:
        return self.filter(code=number)

    def whole(self) -> Self:
        """With all that a reader sees of an item, short of tags and pictures in its text."""
        seen = seen_whole(self.model)
        links = [link for link in seen if link]
        columns = [f"{link}__{name}" for link in links for name in seen[link]]
        return self.select_related(*links).only(*seen[""], *columns)

    def naming(self, *links: str) -> Self:
        """With the names of the agencies and provinces that these fields link to, in the same
        query."""
        unseen = [
            f"{link}__{field.name}"
            for link in links
            for field in self.model._meta.get_field(link).related_model._meta.concrete_fields
            if field.name not in NAMED
        ]
        return self.select_related(*links).defer(*unseen)

    def for_lists(self) -> Self:
        """With what a reader sees of an item before opening it, its agency's name included."""
        return self.naming("agency").select_related("locale").defer(*UNSEEN_IN_LISTS)

    def card_rows(self) -> QuerySet[Any, Any]:
        """What cards show, as plain rows: a sixth of what it costs to make pages of them."""
        ordered_by = () if self.time_field in ON_CARDS else (self.time_field,)
        return self.values_list(*ON_CARDS, *ordered_by, named=True)

    def cards(self, rows: Sequence[Any], *renditions: str) -> PageRows:
        """The pages of `card_rows`, with the files of their pictures. Two queries when one of them
        is shown."""
        return PageRows(rows, lambda: self.for_cards(*renditions))

    def for_cards(self, *renditions: str) -> Self:
        """The same with pictures at hand: two queries however many cards."""
        files = get_image_model().get_rendition_model().objects.filter(filter_spec__in=renditions)
        return (
            self.for_lists()
            .defer(*(f"hero_image__{name}" for name in UNSEEN_OF_PICTURES))
            .select_related("hero_image")
            # The attribute is the one that Wagtail's own `prefetch_renditions` fills.
            .prefetch_related(
                Prefetch("hero_image__renditions", files, to_attr="prefetched_renditions")
            )
        )
