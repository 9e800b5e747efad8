"""What a council has as pages, a meeting or a charter: words in every language, and one row of
facts for all of them; and lists of them."""

from typing import Any, ClassVar, Self
from uuid import UUID

from django.apps import apps
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model_string
from wagtail.models import Orderable, Page

from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.fields import CanonicalCharField, CanonicalTextField
from wagtail_prcouncil.pages.models import PRCouncilPageMixin, ReadableQuerySet
from wagtail_prcouncil.pages.originals import default_language, original
from wagtail_prcouncil.pages.privacy import private_paths
from wagtail_prcouncil.ui.teasers import Teaser


class WordsQuerySet(ReadableQuerySet):
    """Pages by the facts that they tell of."""

    def of(self, facts: "models.QuerySet[Any]") -> Self:
        """The pages of these rows, in whichever languages there are."""
        return self.filter(translation_key__in=facts.values("key"), alias_of=None)

    def of_group(self, key: UUID) -> Self:
        """Those of one, in all languages."""
        return self.filter(translation_key=key, alias_of=None)

    def preferred(self) -> Self:
        """Those in the default language that readers see, or have seen: facts hang on them."""
        shown = Q(live=True) | Q(first_published_at__isnull=False)
        return self.filter(shown, locale__language_code=default_language())


class FactsQuerySet(models.QuerySet[Any]):
    """Rows of facts with `page`, `key` (the translation key of its group) and `council`.

    `beside` is the model that names other councils of a row, and its link to the row.
    """

    beside: ClassVar[tuple[str, str]]

    def of_page(self, page: Any) -> Self:
        """The one of this page, in whichever language it is."""
        return self.filter(key=(page.alias_of or page).translation_key)

    def keep(self, page: Any) -> Any:
        """The one of this page, made where it is missing. It stays with the page for which it was
        made until readers see one in the default language, and follows to that (rule A18): a draft
        takes nothing from them. None where no council stands above."""
        found = self.of_page(page).first()
        if found is None:
            home = original(page)
            council = home.council_above()
            if council is None:
                return None
            # Of two pages of a group that are saved at once the second finds what the first made.
            said = {"page": home, "council": council, **self.said_of(home)}
            return self.get_or_create(key=home.translation_key, defaults=said)[0]
        home = self._pages().of_group(found.key).preferred().first()
        # No lock for others: a draft is saved while an action is at work.
        if home is not None and found.page_id != home.pk:
            self.filter(pk=found.pk).update(page=home)
            found.page = home
        return found

    def _pages(self) -> WordsQuerySet:
        pages: WordsQuerySet = self.model._meta.get_field(
            "page"
        ).related_model._default_manager.all()
        return pages

    def said_of(self, page: Any) -> dict[str, Any]:
        """What else a new row takes from its page."""
        return {}

    def readable(self) -> Self:
        """Those whose original an anonymous reader may see. Asked of the page of each row: joined
        with pages, SQLite goes through all of the site to find theirs."""
        seen = Page.objects.live().filter(pk=OuterRef("page")).order_by()
        for path in private_paths():
            seen = seen.exclude(path__startswith=path)
        return self.filter(Exists(seen))

    def of_council(self, council: CouncilPage) -> Self:
        """Those that it leads, and those of others that it has a part in."""
        return self.of_council_key(council.translation_key)

    def of_council_key(self, key: UUID) -> Self:
        """The same, by the key that all languages of the council share."""
        model, link = self.beside
        others = apps.get_model(model).objects.order_by().filter(council__translation_key=key)
        return self.filter(Q(council__translation_key=key) | Q(pk__in=others.values(link)))


class BelowCouncilMixin:
    """Mixed into pages that are a council's own, and into lists of them: they stand below its page,
    and stay there. `facts` is the model of the rows that hang on them."""

    facts: ClassVar[str]

    def council_above(self) -> CouncilPage | None:
        """The council below whose page this one stands; a page's path says it."""
        above = CouncilPage.objects.ancestor_of(self).order_by("-depth").first()
        return original(above) if above else None

    def can_move_to(self, parent: Page) -> bool:
        """Nowhere out of the council of what stands at or below it: there its rows hang, and there
        it has its number."""
        may = super().can_move_to(parent)
        return bool(may) and not self._rows_of_others(parent).exists()

    def _rows_of_others(self, parent: Page) -> "models.QuerySet[Any]":
        above = CouncilPage.objects.ancestor_of(parent, inclusive=True).order_by("-depth")
        key = above.values_list("translation_key", flat=True).first()
        rows = apps.get_model(self.facts)._default_manager
        pages = rows.model._meta.get_field("page").related_model._default_manager
        keys = pages.descendant_of(self, inclusive=True).values("translation_key")
        return rows.filter(key__in=keys).exclude(council__translation_key=key)


class FactsOfACouncilMixin(BelowCouncilMixin):
    """A page of a council whose facts hang on its original (rule A18)."""

    alias_of_id: int | None

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Below a council only: it is somebody's."""
        above = CouncilPage.objects.ancestor_of(parent)
        return bool(super().can_create_at(parent)) and above.exists()

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """The first page of a group makes the row that its facts hang on; an alias has none."""
        saved = super().save(*args, **kwargs)
        if self.alias_of_id is None:
            apps.get_model(self.facts)._default_manager.keep(self)
        return saved

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """As one change: its facts are held from the first look at what hangs on them, as in every
        action, so that neither waits for the other without end."""
        with transaction.atomic():
            return super().delete(*args, **kwargs)


class ListBelowCouncilMixin(BelowCouncilMixin, PRCouncilPageMixin):
    """A list of such pages: below a council of those of that council, elsewhere of those of all
    councils of the site."""

    intro = CanonicalTextField(_("introduction"), blank=True)

    class Meta:
        abstract = True

    def teaser(self, request: HttpRequest | None) -> Teaser:
        text = self.intro or self.search_description
        return Teaser(self.title, self.get_url(request) or "", text=text, page=self)


class GalleryPicture(Orderable):
    """A picture in the gallery of such a page; the model of a feature says of which."""

    image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("picture"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    caption = CanonicalCharField(_("caption"), max_length=200, blank=True)

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
