from typing import Any

import pytest

from tests.blocks import bodies
from tests.making import SmallSite, draft_news
from wagtail_prcouncil.news.admin.advice import findings
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.persian.proofreading import Slip


def draft(site: SmallSite, **fields: Any) -> NewsPage:
    return draft_news(site, **{"title": "خبر تازه"} | fields)


def kinds(page: NewsPage) -> list[str]:
    return [finding.kind for finding in findings(page)]


def test_a_good_item_is_left_alone(site: SmallSite) -> None:
    body = bodies.full_body(bodies.picture(), pictures=2)
    page = draft(site, title="راه‌ها باز می‌شود", lead="چکیده.", body=body)
    assert "alt" not in kinds(page)
    assert "lead" not in kinds(page)


def test_a_missing_lead(site: SmallSite) -> None:
    assert kinds(draft(site, lead=" ")) == ["lead"]


def test_a_picture_without_words(site: SmallSite) -> None:
    figure = {"image": bodies.picture(), "alt": "", "caption": "", "credit": ""}
    assert kinds(draft(site, body=[("figure", figure)])) == ["alt"]


@pytest.mark.parametrize(
    ("fields", "kind", "slip"),
    [
        ({"title": "جلسه برگزار می شود"}, "half_spaces", Slip("می شود", "می‌شود")),
        ({"lead": 'گفت: "خوش آمدید".'}, "quotes", Slip('"خوش آمدید"', "«خوش آمدید»")),
        ({"title": "رشد 71 درصدی"}, "latin_digits", Slip("71", "۷۱")),
        ({"update_note": "رقم درست 21 است."}, "latin_digits", Slip("21", "۲۱")),
        (
            {"body": [("paragraph", "<p>کتاب <b>ها</b> رسید</p>")]},
            "half_spaces",
            Slip("کتاب ها", "کتاب‌ها"),
        ),
    ],
)
def test_slips_of_the_pen(site: SmallSite, fields: dict, kind: str, slip: Slip) -> None:
    (finding,) = findings(draft(site, **fields))
    assert (finding.kind, finding.slips) == (kind, [slip])


def test_letters_that_were_typed_and_not_saved_yet(site: SmallSite) -> None:
    page = draft(site)
    page.lead = "كتابي"
    (finding,) = findings(page)
    assert (finding.kind, finding.slips) == ("arabic_letters", [Slip("كتابي", "کتابی")])
