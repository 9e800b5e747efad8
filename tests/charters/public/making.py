"""A charter of which readers know much: two versions, an unveiling, signatures, reviews."""

import datetime as dt
from dataclasses import dataclass

from django.http import HttpRequest
from django.test import RequestFactory
from wagtail.blocks import StreamValue

from tests.charters.making import (
    adopted,
    charter,
    clause,
    draft,
    fresh,
    in_english,
    signed,
)
from tests.councils.making import council, person
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions import reviewing, signing, unveiling
from wagtail_prcouncil.charters.models import Charter, CharterPage, CharterVersion, Signature
from wagtail_prcouncil.charters.public.reading import Reading
from wagtail_prcouncil.charters.states import Method, Verdict
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.persian.jalali import to_jalali

BEFORE = "به هر پرسش در یک هفته پاسخ داده می‌شود."
AFTER = "به هر پرسش در دو روز کاری پاسخ داده می‌شود."


@dataclass(frozen=True)
class Told:
    """`anchor` is that of the clause that was reworded, which can be measured."""

    one: Charter
    english: CharterPage
    first: CharterVersion
    second: CharterVersion
    signature: Signature
    withdrawn: Signature
    anchor: str

    @property
    def page(self) -> CharterPage:
        return fresh(self.one).page


def told_charter(site: SmallSite) -> Told:
    """Its second version has another third clause and a fourth, and is in force for three weeks."""
    parts = [clause("الف", "کوتاه"), clause("ب", "روشن", parts=[clause("۱", "در تیتر")])]
    raw = [
        clause("اصل ۱", "راستی", heading="راستی", note="<p>یادداشت نمونه</p>"),
        clause("اصل ۲", "ساده", heading="روشنی", parts=parts, rationale="<p>چون باید</p>"),
        clause("اصل ۳", BEFORE, heading="پاسخ‌گویی", is_measurable=True),
    ]
    references = [
        {"type": "reference", "id": "r", "value": {"title": "قانون نمونه", "url": "https://a.ir/"}}
    ]
    one = charter(
        council(site),
        title="میثاق‌نامهٔ نمونه",
        clauses=raw,
        summary="چهار اصل.",
        scope="همهٔ دستگاه‌ها",
        preamble="<p>دیباچهٔ نمونه</p>",
        references=references,
    )
    first = adopted(one, days=-400)
    signed(first)
    amend(one)
    english = in_english(one, site, title="Sample covenant")
    second = adopted(one, days=-21)
    given = signed(second)
    gone = signing.withdraw(signed(second), on=today(), reason="رازنگهدار")
    unveiling.unveil(
        second,
        on=today() - dt.timedelta(days=9),
        occasion=one.council,
        place="تالار نمونه",
        version=None,
    )
    anchor = second.texts["fa"]["clauses"][2]["anchor"]
    reviewing.review(
        fresh(one),
        anchor=anchor,
        agency=agency(),
        year=to_jalali(today()).year,
        verdict=Verdict.PARTLY,
        evidence="گزارش سالانه",
        evidence_url="https://example.org/report",
    )
    return Told(fresh(one), english, first, second, given, gone, anchor)


def amend(one: Charter) -> None:
    """Begin its next version: the third clause says something else, and a fourth comes."""
    draft(one)
    page = fresh(one).page.get_latest_revision_as_object()
    raw = list(page.clauses.get_prep_value())
    raw[2]["value"]["text"] = f"<p>{AFTER}</p>"
    raw.append(clause("اصل ۴", "تصویر شرح دارد.", heading="دسترس‌پذیری"))
    page.clauses = StreamValue(page.clauses.stream_block, raw, is_lazy=True)
    page.full_clean()
    page.save_revision().publish()


def pledged(version: CharterVersion, province: Province) -> Signature:
    """By somebody for an agency of that province, who sits nowhere."""
    return signing.sign(
        version,
        agency=agency(province=province),
        person=person(),
        method=Method.PLEDGE,
        signed_on=today(),
    )


def anonymous(path: str = "/") -> HttpRequest:
    return RequestFactory().get(path, headers={"host": "localhost"})


def reading(page: CharterPage) -> Reading:
    return Reading.of(page, anonymous())
