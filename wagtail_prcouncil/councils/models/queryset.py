from typing import Self

from django.apps import apps
from django.db.models import Case, Exists, IntegerField, OuterRef, Q, Subquery, Value, When

from wagtail_prcouncil.councils.models.seat import Seat
from wagtail_prcouncil.councils.models.term import Term
from wagtail_prcouncil.councils.states import Level
from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.pages.models import ReadableQuerySet
from wagtail_prcouncil.pages.originals import default_language


class CouncilQuerySet(ReadableQuerySet):
    """Councils by what they are for."""

    def at(self, level: Level) -> Self:
        return self.filter(level=level)

    def of_province(self, province: Province) -> Self:
        return self.filter(province=province)

    def originals(self) -> Self:
        """One page of each council: the one on which its seats hang (rule A18)."""
        group = CouncilQuerySet(self.model).filter(
            translation_key=OuterRef("translation_key"), alias_of__isnull=True
        )
        return self.filter(pk=Subquery(group.original_first().values("pk")[:1]))

    def original_first(self) -> Self:
        """Of the pages of one council that is first on which its facts hang.

        As long as there are none: that in the default language, once readers have seen it, else
        the oldest. A council whose English page came first keeps its seats there until the Persian
        one is published (`actions.locking.gathered`); a draft takes nothing from readers.
        """
        facts = (kind.objects.filter(council=OuterRef("pk")).order_by() for kind in (Seat, Term))
        seats, terms = map(Exists, facts)
        has_facts = Case(When(seats | terms, then=Value(0)), default=Value(1))
        shown = Q(live=True) | Q(first_published_at__isnull=False)
        preferred = When(shown, locale__language_code=default_language(), then=Value(0))
        return self.order_by(
            has_facts, Case(preferred, default=Value(1), output_field=IntegerField()), "pk"
        )


def council_pages() -> CouncilQuerySet:
    """All of them, for modules that the page's own module needs."""
    pages: CouncilQuerySet = apps.get_model("prcouncil_councils.CouncilPage").objects.all()
    return pages
