"""A charter with something on each of its papers, for tests."""

from tests.charters.making import adopted, charter, clause, in_english, signatory, three
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions import signing
from wagtail_prcouncil.charters.models import CharterVersion, Signature
from wagtail_prcouncil.charters.states import Method
from wagtail_prcouncil.councils.models.seat import today

TITLE = "میثاق پاسخ‌گویی"
OFFICE = "مدیر روابط عمومی"


def full(site: SmallSite, *, english: bool = False) -> CharterVersion:
    """Adopted with scope, preamble, three levels and a reference; one has signed it."""
    deep = clause("ب", "ژرف", parts=[clause("۱", "ژرف‌تر", note="<p>یادداشت ماده</p>")])
    reference = {"type": "reference", "id": "r", "value": {"title": "قانون رسانه", "url": ""}}
    one = charter(
        council(site),
        title=TITLE,
        scope="همهٔ دستگاه‌ها",
        preamble="<p>به نام خدا</p>",
        clauses=[*three(), clause("مادهٔ ۴", "پایان", parts=[deep])],
        references=[reference],
    )
    if english:
        in_english(one, site, title="Covenant of answers")
    version = adopted(one)
    signed_by_office(version)
    return version


def signed_by_office(version: CharterVersion) -> Signature:
    place, somebody = signatory(version.charter)
    assert place.agency is not None
    return signing.sign(
        version,
        agency=place.agency,
        person=somebody,
        title=OFFICE,
        method=Method.IN_PERSON,
        signed_on=today(),
    )
