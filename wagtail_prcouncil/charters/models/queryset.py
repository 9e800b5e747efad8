from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.apps import apps
from django.db.models import Q

from wagtail_prcouncil.councils.models.below import FactsQuerySet, WordsQuerySet
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.pages.models import ReadableQuerySet

if TYPE_CHECKING:
    from wagtail_prcouncil.charters.models.version import CharterVersionQuerySet


class CharterPageQuerySet(WordsQuerySet):
    """Words of charters."""


class CharterQuerySet(FactsQuerySet):
    """Charters by council and page."""

    beside: ClassVar[tuple[str, str]] = ("prcouncil_charters.Partner", "charter")

    def said_of(self, page: Any) -> dict[str, Any]:
        """The language in which it is written first is the one that decides."""
        return {"authoritative": page.locale.language_code}

    def in_force(self) -> Self:
        """Those of which a version holds today in Tehran."""
        return self.filter(pk__in=_versions().in_force().values("charter"))

    def awaiting(self) -> Self:
        """Those of which an adopted version comes into force later."""
        later = _versions().adopted().filter(in_force_from__gt=today())
        return self.filter(pk__in=later.values("charter"))

    def ended(self) -> Self:
        """Those of which nothing holds any more, and nothing will."""
        live = _versions().adopted().filter(Q(in_force_until=None) | Q(in_force_until__gt=today()))
        adopted = _versions().adopted().values("charter")
        return self.filter(pk__in=adopted).exclude(pk__in=live.values("charter"))

    def never_adopted(self) -> Self:
        return self.exclude(pk__in=_versions().adopted().values("charter"))

    def with_draft(self) -> Self:
        """Those of which a version is being written."""
        return self.filter(pk__in=_versions().drafts().values("charter"))

    def due_for_revision(self) -> Self:
        """Those whose day of revision has come, and of which something holds."""
        return self.in_force().filter(review_due_on__lte=today())


def _versions() -> "CharterVersionQuerySet":
    """Of all charters; the model comes after this module."""
    rows: CharterVersionQuerySet = apps.get_model("prcouncil_charters.CharterVersion").objects.all()
    return rows.order_by()


def charter_pages() -> CharterPageQuerySet:
    """All of them, for modules that the page's own module needs."""
    pages: CharterPageQuerySet = apps.get_model("prcouncil_charters.CharterPage").objects.all()
    return pages


def charter_lists() -> ReadableQuerySet:
    """All lists of charters, likewise."""
    pages: ReadableQuerySet = apps.get_model("prcouncil_charters.CharterIndexPage").objects.all()
    return pages
