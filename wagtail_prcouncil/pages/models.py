"""What every page type of the package is, whichever feature it belongs to."""

from collections.abc import Collection
from http import HTTPMethod
from typing import Any, ClassVar, Self

from django.contrib.auth.models import Group, Permission
from django.db import models
from django.http import Http404, HttpRequest
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page, PageManager, PageViewRestriction, get_page_models
from wagtail.query import PageQuerySet
from wagtail.url_routing import RouteResult

from wagtail_prcouncil import conf
from wagtail_prcouncil.compat import note_parent
from wagtail_prcouncil.pages.facets import Facets
from wagtail_prcouncil.pages.live_fields import LiveFieldsMixin
from wagtail_prcouncil.pages.originals import original
from wagtail_prcouncil.pages.privacy import (
    is_readable,
    kept_with_original,
    private_pages,
    private_paths,
)
from wagtail_prcouncil.pages.routing import has_view, is_followed, page_below, remember
from wagtail_prcouncil.pages.shown import Shown
from wagtail_prcouncil.persian.text import canonical


class ReadableQuerySet(PageQuerySet):
    """Pages by who may read them."""

    def child_of_q(self, other: Page) -> models.Q:
        """As Wagtail's own, which says it in four conditions instead of two."""
        return models.Q(path__startswith=other.path, depth=other.depth + 1)

    def right_below(self, page: Page) -> Self:
        """Children of a page, found by their paths: for kinds of which there are few. Of `child_of`
        SQLite asks whatever else is told of them first, and reads all pages of a language."""
        ends = tuple(
            page.path + end * page.steplen for end in (page.alphabet[0], page.alphabet[-1])
        )
        return self.filter(path__range=ends, depth=page.depth + 1)

    def without_aliases(self) -> Self:
        """Every page once, where lists gather them from several places.

        Not said as IS NULL: SQLite would answer that by the index on aliases, in which nearly
        every page of the site is NULL, and read them all.
        """
        return self.exclude(alias_of__gt=0)

    def private_q(self) -> models.Q:
        """As Wagtail's own, with one query for each request instead of one for each list, and one
        condition for all pages that have none below them: hundreds may be under embargo."""
        pages = private_pages()
        private = models.Q(path__in=pages.leaves)
        for path in pages.branches:
            private |= models.Q(path__startswith=path)
        return private

    def public(self) -> Self:
        return super().public() if private_paths() else self

    def readable(self, locale: Locale | int | None = None) -> Self:
        """What an anonymous reader may see, and the only queryset behind anything public.

        Live, neither private nor below a private page, no translation of what is, and in `locale`
        (or the locale of that id) where one is given.
        """
        return self.open(locale).without_kept()

    def open(self, locale: Locale | int | None = None) -> Self:
        """The same, whatever became of their originals: for pages that are read by facts whose
        original is public."""
        here = {"locale": locale} if locale else {}
        return self.filter(live=True, **here).public()

    def without_kept(self) -> Self:
        """Without translations whose originals readers may not see."""
        kept = kept_with_original(self.model)
        return self.exclude(kept) if kept else self

    def recommended(self) -> Self:
        """Of readable pages those that may be put forward on others: most read, related. A type
        leaves out what stays readable and is no longer recommended, as retracted news."""
        return self

    def for_lists(self) -> Self:
        """With what a reader sees of a page before opening it, without a query for each."""
        return self


class PRCouncilPageMixin(LiveFieldsMixin):
    """Ways of a page that a ministry may subclass, translate and copy without losing facts.

    A copy starts without the `live_fields`, which are the original's history.
    """

    exclude_fields_in_copy: ClassVar[list[str]] = []
    # They are read; what readers send goes to addresses of its own (rule A19).
    allowed_http_methods: ClassVar[list[HTTPMethod]] = [
        HTTPMethod.GET,
        HTTPMethod.HEAD,
        HTTPMethod.OPTIONS,
    ]
    top_slot: ClassVar[str] = ""
    """The slot at the top of its template, in which features put things forward; empty: none."""
    part: Shown | None = None
    """What a view shows below its address; None where it is the page itself."""

    @property
    def seated_agencies(self) -> Collection[int] | None:
        """Ids of the agencies that sit today in the council that this page is, where a view has
        read them anyway; None elsewhere."""
        return None

    objects = PageManager.from_queryset(ReadableQuerySet)()

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        # Wagtail asks for this attribute when it copies a page or makes a translation of it.
        named = dict.fromkeys([*cls.exclude_fields_in_copy, *cls.live_fields])
        cls.exclude_fields_in_copy = list(named)

    @classmethod
    def clean_subpage_models(cls) -> list[type[Page]]:
        """Subclasses count as family: Wagtail alone matches exact classes only."""
        return _family(super().clean_subpage_models())

    @classmethod
    def clean_parent_page_models(cls) -> list[type[Page]]:
        return _family(super().clean_parent_page_models())

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Not where the site has hidden the type (HIDDEN_PAGE_TYPES)."""
        hidden = cls._meta.label in conf.hidden_page_types()
        return not hidden and super().can_create_at(parent)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """As Wagtail's own; what stands at an address is read by one query where that is known
        from an earlier request (rule A15)."""
        if not path_components or is_followed(type(self), PRCouncilPageMixin):
            return super().route(request, path_components)
        known = page_below(self, path_components)
        if known is not None:
            page, rest = known
            return page.route(request, rest)
        try:
            child = self.get_children().get(slug=path_components[0])
        except Page.DoesNotExist as error:
            raise Http404("No page has this address.") from error
        note_parent(child, self)
        page = child.specific
        if isinstance(page, PRCouncilPageMixin):
            remember(self, page)
        return page.route(request, path_components[1:])

    @classmethod
    def answers(cls, path_components: list[str]) -> bool:
        """Whether a page of this type may answer an address below it otherwise than by a page
        below it. A type that says more in `route` says it here, too, or is always read."""
        return has_view(cls, path_components)

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> list[str]:
        """The subclass's own template first, then its parents': a site that subclasses a page
        type need not copy the template (Wagtail sets `template` per class, uninherited)."""
        if request.headers.get("x-requested-with") == "XMLHttpRequest" and self.ajax_template:
            return [self.ajax_template]
        return list(
            dict.fromkeys(
                kind.__dict__["template"]
                for kind in type(self).__mro__
                if issubclass(kind, PRCouncilPageMixin)
                and isinstance(kind.__dict__.get("template"), str)
                and not kind._meta.abstract
            )
        )

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self._tidy()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        self._tidy()
        super().minimal_clean()

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Wagtail's `save`, with the Persian slug kept that a synchronisation would lose."""
        if self.pk and not self._state.adding:
            named = kwargs.get("update_fields")
            if named is None or "slug" in named:
                self._keep_persian_slug()
        return super().save(*args, **kwargs)

    def get_view_restrictions(self) -> models.QuerySet[PageViewRestriction]:
        """Wagtail reads all ancestors to answer this. Where the page is not private, the one query
        that the request's lists need anyway has the answer."""
        if not any(self.path.startswith(path) for path in private_paths()):
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    @property
    def is_readable(self) -> bool:
        """Whether an anonymous reader may see this page, as `.readable()` has it."""
        return is_readable(self)

    def original(self) -> Page:
        """The page of this translation group that facts hang on (rule A18)."""
        return original(self)

    def facets(self) -> Facets:
        """Plain ids by which sibling features file what they know of this page."""
        return Facets()

    def shown(self) -> Shown:
        """What a reader of this address sees: the page, unless a view has put something else
        below it on show (`part`)."""
        return self.part or Shown(self.title)

    def structured_data(self, request: HttpRequest) -> dict[str, Any] | None:
        """schema.org description of the page for its JSON-LD, dates in ISO 8601 with offset."""
        return None

    def _tidy(self) -> None:
        """Wagtail's own fields are stored as ours are: with Persian letters."""
        self.title, self.slug = canonical(self.title or ""), canonical(self.slug or "")

    def _keep_persian_slug(self) -> None:
        """Undo wagtail-localize's ASCII slugify on each synchronisation (rule A10)."""
        stored = type(self)._base_manager.values_list("slug", flat=True).get(pk=self.pk)
        was_lost = not stored.isascii() and self.slug == slugify(stored)
        if was_lost or not self.slug:
            self.slug = stored


class WorkGroup(models.Model):
    """A group of staff that a new site gets: who it is for, whatever the site renames it to.

    The row stays when its group is deleted, so that a group a site removed is not made again.
    """

    class Kind(models.TextChoices):
        EDITOR = "editor", _("News editors")
        DESK_CHIEF = "desk_chief", _("Desk chiefs")
        MODERATOR = "moderator", _("Comment moderators")
        COUNCIL_SECRETARY = "council_secretary", _("Council secretaries")
        AGENCY_REPORTER = "agency_reporter", _("Agency reporters")

    kind = models.CharField(_("kind"), max_length=30, unique=True, choices=Kind.choices)
    group = models.OneToOneField(
        Group, verbose_name=_("group"), null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("work group")
        verbose_name_plural = _("work groups")

    def __str__(self) -> str:
        return str(self.get_kind_display())


class GivenPermission(models.Model):
    """That a work group has been given a permission of an installed member, once.

    The row stays when a site takes the permission away, so that it is not given again. It goes
    with the permission itself, when a site takes the member out and tidies up: installed again,
    it gives anew.
    """

    work_group = models.ForeignKey(WorkGroup, on_delete=models.CASCADE, related_name="given")
    permission = models.ForeignKey(
        Permission, verbose_name=_("permission"), on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        verbose_name = _("given permission")
        verbose_name_plural = _("given permissions")
        constraints = [
            models.UniqueConstraint(
                fields=["work_group", "permission"], name="prcouncil_permission_given_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.work_group}: {self.permission}"


def _family(bases: list[type[Page]]) -> list[type[Page]]:
    """The page types of `bases` and all that descend from them."""
    return [kind for kind in get_page_models() if issubclass(kind, tuple(bases))] if bases else []
