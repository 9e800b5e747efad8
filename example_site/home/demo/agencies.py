"""Turning the demo's register into rows, and more agencies on demand, for trying it at size.

Idempotent: what exists already stays as an editor left it.
"""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice, product

from django.db import transaction
from wagtail.search.backends import get_search_backend

from home.demo.register import DemoAgency, read_agencies, read_persons
from wagtail_prcouncil.directory.actions import close_agency
from wagtail_prcouncil.directory.models import Agency, AgencyName, Person, Province
from wagtail_prcouncil.directory.states import AgencyKind, PRKind, Relation
from wagtail_prcouncil.persian.text import fold

# Whatever is written of an agency beyond columns of its own row.
BESIDES = ("parent", "province", "other_names", "closed")

# Generated bodies of each province: words of the name, and the agency that they belong to.
BODIES = (
    ("ادارهٔ کل نمونهٔ راه", "Example Roads Directorate", "roads"),
    ("ادارهٔ کل نمونهٔ محیط", "Example Environment Directorate", "environment"),
    ("ادارهٔ کل نمونهٔ کار", "Example Labour Directorate", "labour"),
    ("ادارهٔ کل نمونهٔ آموزش", "Example Education Directorate", "education"),
    ("ادارهٔ کل نمونهٔ کتابخانه‌ها", "Example Libraries Directorate", "libraries"),
    ("ادارهٔ کل نمونهٔ میراث", "Example Heritage Directorate", "heritage"),
    ("ادارهٔ کل نمونهٔ شهرسازی", "Example Urban Planning Directorate", "urban-planning"),
    ("شرکت نمونهٔ آب", "Example Water Company", "water"),
    ("شرکت نمونهٔ آبادی", "Example Village Water Company", "water"),
    ("شعبه‌های صندوق نمونهٔ کار", "Example Labour Fund Branches", "labour-fund"),
    ("ستاد نمونهٔ بحران", "Example Emergency Desk", "crisis"),
    ("ادارهٔ نمونهٔ جنگل", "Example Forest Office", "forests"),
    ("ادارهٔ نمونهٔ سنجش کیفیت", "Example Quality Office", "standards"),
    ("شعبه‌های بانک نمونهٔ مهارت", "Example Skills Bank Branches", "skills-bank"),
    ("شعبه‌های بانک نمونهٔ آبادی", "Example Rural Bank Branches", "village-bank"),
    ("شرکت نمونهٔ بازآفرینی", "Example Renewal Company", "renewal"),
    ("موزهٔ نمونه", "Example Museum", "heritage"),
    ("مرکز نمونهٔ مهارت", "Example Skills Centre", "labour"),
)


def load_register() -> dict[str, Agency]:
    """The written agencies and persons; gives all agencies by their code."""
    known = {agency.code: agency for agency in Agency.objects.all()}
    provinces = {province.code: province for province in Province.objects.all()}
    with transaction.atomic():
        for written in read_agencies():
            if written.code not in known:
                known[written.code] = _agency(written, known, provinces)
        for person in read_persons():
            Person.objects.get_or_create(name=person.name, defaults=asdict(person))
    return known


def load_generated_agencies(total: int) -> int:
    """Fill the register up to `total` agencies with bodies of the provinces; gives how many are
    new. Written in bulk, as an importer would."""
    missing = total - Agency.objects.count()
    known = set(Agency.objects.values_list("folded_name", flat=True))
    fresh = (agency for agency in _generated() if fold(agency.name) not in known)
    agencies = list(islice(fresh, max(0, missing)))
    for agency in agencies:
        agency.clean()
    Agency.objects.bulk_create(agencies, batch_size=200)
    get_search_backend().add_bulk(Agency, agencies)
    return len(agencies)


def _agency(
    written: DemoAgency, known: dict[str, Agency], provinces: dict[str, Province]
) -> Agency:
    row = asdict(written)
    agency = Agency(**{name: value for name, value in row.items() if name not in BESIDES})
    agency.parent, agency.province = known.get(written.parent), provinces.get(written.province)
    agency.other_names.set([AgencyName(name=name) for name in written.other_names])
    agency.full_clean()
    agency.save()
    if written.closed:
        successors = [known[code] for code in written.closed.successors]
        close_agency(
            agency, on=written.closed.on, reason=written.closed.reason, successors=successors
        )
    return agency


def _generated() -> Iterator[Agency]:
    parents = Agency.objects.in_bulk(field_name="code")
    for (name, name_en, parent), province in product(BODIES, Province.objects.by_name()):
        yield Agency(
            code=f"{'-'.join(name_en.lower().split()[1:])}-{province.slug}",
            name=f"{name} استان {province.name}",
            name_en=f"{name_en} of {province.name_en}",
            kind=AgencyKind.PROVINCIAL_DIRECTORATE,
            parent=parents[parent],
            relation=Relation.SUBORDINATE,
            province=province,
            pr_kind=PRKind.LIAISON,
        )
