import datetime as dt

import pytest
from django.http import QueryDict

from tests.directory.making import agency
from wagtail_prcouncil.directory.models import Agency, Province
from wagtail_prcouncil.directory.public.register_filter import RegisterFilter

pytestmark = pytest.mark.django_db


def asked(query: str) -> RegisterFilter:
    return RegisterFilter(QueryDict(query))


def found(query: str) -> set[Agency]:
    return set(asked(query).agencies())


@pytest.fixture
def three() -> tuple[Agency, Agency, Agency]:
    """A bank of the country, a company of Qazvin below it, and one that has ended."""
    qazvin = Province.objects.get(code="IR-26")
    bank = agency("بانک نمونه", kind="bank")
    company = agency(
        "شرکت آب‌وفاضلاب", kind="company", province=qazvin, parent=bank, relation="affiliated"
    )
    gone = agency("ادارهٔ قديم", closed_on=dt.date(2020, 1, 1), closing_reason="abolished")
    return bank, company, gone


def test_each_field_narrows(three: tuple[Agency, Agency, Agency]) -> None:
    bank, company, gone = three
    assert found("") == {bank, company}
    assert found("closed=1") == {bank, company, gone}
    assert found("kind=bank") == {bank}
    assert found("relation=affiliated") == {company}
    assert found("province=ir-26") == found("province=IR-۲۶") == {company}
    assert found("province=country") == {bank}
    assert found(f"parent={bank.code}") == {company}
    assert found("kind=bank&province=ir-26") == set()


@pytest.mark.parametrize("words", ["روابط‌عمومي", "روابطعمومی", "اداره كل روابط عمومی"])
@pytest.mark.django_db(transaction=True)  # a search index is written after the commit
def test_words_in_any_spelling(words: str) -> None:
    office = agency("ادارهٔ کل روابط عمومی")
    agency("بانک نمونه")
    query = QueryDict(mutable=True)
    query["q"] = words
    assert list(RegisterFilter(query).agencies()) == [office]


def test_an_agency_by_its_code(three: tuple[Agency, Agency, Agency]) -> None:
    bank = three[0]
    typed = bank.code.upper().translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    assert bank in found(f"q={typed}")
    assert three[2] not in found(f"q={three[2].code}")
    assert three[2] in found(f"q={three[2].code}&closed=1")


@pytest.mark.parametrize(
    "query",
    [
        "kind=zzz",
        "relation=%00",
        "province=ir-99",
        "parent=no-such",
        "parent=%00",
        "q=%00",
        f"q={'آ' * 101}",
    ],
)
def test_what_says_nothing_is_passed_over(three: tuple[Agency, Agency, Agency], query: str) -> None:
    narrowed = asked(query)
    assert set(narrowed.agencies()) == {three[0], three[1]}
    assert list(narrowed.errors) == [query.partition("=")[0]]
