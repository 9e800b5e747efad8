"""Whether a name is in the register already, in whatever spelling."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from wagtail_prcouncil.directory.models import Agency, Person
from wagtail_prcouncil.persian.text import fold


def twin(agency: Agency) -> Agency | None:
    """The open agency that has this one's name in the same province and below the same body;
    the database refuses to hold both, unless one is closed."""
    if agency.is_closed:
        return None
    same = Agency.objects.active().named(agency.name).exclude(pk=agency.pk)
    return same.filter(province=agency.province_id, parent=agency.parent_id).first()


def agencies_named(names: Iterable[str], *, beside: Agency) -> QuerySet[Agency]:
    """Other agencies, closed ones too, that bear or bore one of `names`."""
    keys = _keys(names)
    found = Q(folded_name__in=keys) | Q(other_names__folded_name__in=keys)
    return Agency.objects.filter(found).exclude(pk=beside.pk).distinct().by_name()


def persons_named(person: Person) -> QuerySet[Person]:
    """Other persons of that name: two rows of one human, or two humans of one name."""
    return Person.objects.named(person.name).exclude(pk=person.pk).by_name()


def _keys(names: Iterable[str]) -> list[str]:
    return [key for name in names if (key := fold(name)[:200])]
