"""Charters over HTTP, as anybody reads them."""

import datetime as dt
import re

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from tests.charters.making import adopted, charter, charter_index, clause, draft, fresh, signed
from tests.charters.public.making import AFTER, BEFORE, Told, told_charter
from tests.councils.making import council
from tests.directory.making import agency
from tests.making import SmallSite
from tests.meetings.making import held, staffed_council
from wagtail_prcouncil.charters.actions import repealing, unveiling
from wagtail_prcouncil.charters.actions.reviewing import review
from wagtail_prcouncil.charters.models import CharterVersion
from wagtail_prcouncil.charters.states import Verdict
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.persian.jalali import to_jalali


@pytest.fixture
def told(site: SmallSite) -> Told:
    return told_charter(site)


def html(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, url
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert not answer.cookies
    return answer.content.decode()


def words(shown: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", shown).split())


def test_the_text_that_holds(told: Told, client: Client) -> None:
    shown = html(client, told.page.url)
    assert AFTER in shown
    assert BEFORE not in words(shown).replace("یک هفته", "")
    assert f'id="{told.anchor}"' in shown
    assert f'href="#{told.anchor}"' in shown
    assert told.second.digests["fa"] in shown
    assert f'rel="canonical" href="{told.page.full_url}"' in shown
    assert "noindex" not in shown
    for expected in ("دیباچهٔ نمونه", "همهٔ دستگاه‌ها", "قانون نمونه", "تالار نمونه"):
        assert expected in shown


def test_an_earlier_version_says_so_and_leads_to_the_one_in_force(
    told: Told, client: Client
) -> None:
    shown = html(client, f"{told.page.url}versions/1/")
    assert BEFORE in shown
    assert "prc-notice" in shown
    assert 'content="noindex, follow"' in shown
    assert 'rel="canonical"' not in shown
    same = html(client, f"{told.page.url}versions/2/")
    assert f'rel="canonical" href="{told.page.full_url}"' in same


def test_a_draft_and_one_to_come_and_one_repealed(site: SmallSite, client: Client) -> None:
    home = council(site)
    draft, coming, gone = charter(home), charter(home), charter(home)
    assert "prc-notice--wait" in html(client, draft.page.url)
    adopted(coming, in_force_from=today() + dt.timedelta(days=9))
    assert "prc-notice--wait" in html(client, coming.page.url)
    repealing.repeal(adopted(gone), on=today(), reason="کهنه شد", version=None)
    shown = html(client, gone.page.url)
    assert "prc-notice--bad" in shown
    assert "کهنه شد" in shown


def test_the_text_of_a_day(told: Told, client: Client) -> None:
    base = told.page.url
    before = (today() - dt.timedelta(days=100)).isoformat()
    assert BEFORE in html(client, f"{base}on/{before}/")
    assert AFTER in html(client, f"{base}on/{today().isoformat()}/")
    nothing = html(client, f"{base}on/2001-01-01/")
    assert AFTER not in nothing
    assert BEFORE not in nothing
    assert client.get(f"{base}on/", {"day": "1404/11/12"}).headers["Location"] == (
        f"{base}on/2026-02-01/"
    )
    wrong = html(client, f"{base}on/?day=1404/12/30")
    assert "aria-invalid" in wrong
    assert "1404/12/30" in wrong or "۱۴۰۴/۱۲/۳۰" in wrong


@pytest.mark.parametrize(
    "path",
    [
        *("versions/0/", "versions/3/", "compare/1/3/", "on/x/", "on/20260101/", "on/9999-01-01/"),
        "on/1404-01-01/",
        *("versions/3/signatures/", "versions/2/signatures/99/", "signatures/?after=x"),
        *("versions/99999999999999999999/", "versions/2/signatures/99999999999999999999/"),
    ],
)
def test_what_there_is_not(told: Told, client: Client, path: str) -> None:
    assert client.get(f"{told.page.url}{path}").status_code == 404


def test_comparing_any_two(told: Told, client: Client) -> None:
    base = told.page.url
    shown = html(client, f"{base}compare/1/2/")
    assert re.search(r"<del><span[^>]*>[^<]*</span>یک هفته<", shown)
    assert re.search(r"<ins><span[^>]*>[^<]*</span>دو روز کاری<", shown)
    back = html(client, f"{base}compare/2/1/")
    assert re.search(r"<ins><span[^>]*>[^<]*</span>یک هفته<", back)
    same = html(client, f"{base}compare/2/2/")
    assert "<ins>" not in same
    assert client.get(f"{base}compare/").headers["Location"] == f"{base}compare/1/2/"
    asked = client.get(f"{base}compare/", {"before": "2", "after": "1"})
    assert asked.headers["Location"] == f"{base}compare/2/1/"


def test_signatures_and_their_certificates(told: Told, client: Client) -> None:
    base = told.page.url
    listed = html(client, f"{base}signatures/")
    assert told.signature.agency.name in listed
    assert told.signature.person.name in listed
    assert "رازنگهدار" not in listed
    number = told.signature.number
    answer = client.get(f"{base}signatures/{number}/")
    assert answer.headers["Location"] == f"{base}versions/2/signatures/{number}/"
    shown = html(client, answer.headers["Location"])
    assert told.second.digests["fa"] in shown
    assert told.second.digests["en"] in shown
    assert told.signature.person.name in shown
    gone = html(client, f"{base}versions/2/signatures/{told.withdrawn.number}/")
    assert "prc-notice--bad" in gone
    assert "رازنگهدار" not in gone


def test_reviews(told: Told, client: Client) -> None:
    shown = html(client, f"{told.page.url}reviews/")
    assert "گزارش سالانه" in shown
    assert 'href="https://example.org/report"' in shown
    assert f"{told.page.url}reviews/" in html(client, told.page.url)


def test_a_part_that_stands_alone_is_named_with_the_clause_that_it_is_part_of(
    site: SmallSite, client: Client
) -> None:
    parts = [clause("الف", "کوتاه", is_measurable=True)]
    one = charter(council(site), clauses=[clause("اصل ۲", "ساده", parts=parts)])
    adopted(one, days=-20)
    row = adopted(one, days=-9)
    anchor = row.texts["fa"]["clauses"][0]["parts"][0]["anchor"]
    year = to_jalali(today()).year
    review(fresh(one), anchor=anchor, agency=agency(), year=year, verdict=Verdict.KEPT)
    base = fresh(one).page.url
    for path in ("", "reviews/"):
        assert "اصل ۲، بند الف" in html(client, f"{base}{path}")
    assert f'href="#{anchor}" aria-label="اصل ۲، بند الف">الف</a>' in html(client, base)


def test_in_another_language(told: Told, client: Client) -> None:
    shown = html(client, told.english.url)
    assert "Sample covenant" in shown
    assert "translation" in shown
    before = html(client, f"{told.english.url}versions/1/")
    assert re.search(r'<article[^>]*lang="fa" dir="rtl"', before)
    assert re.search(r'<h1[^>]*><bdi lang="fa" dir="rtl"', before)
    for path in ("compare/1/2/", "signatures/", "reviews/", "on/", "versions/2/signatures/1/"):
        html(client, f"{told.english.url}{path}")


def test_a_list_by_kind(told: Told, client: Client) -> None:
    index = charter_index(told.one.council)
    shown = html(client, index.url)
    assert f'href="{told.page.url}"' in shown
    assert html(client, f"{index.url}?kind=nothing").count("<article") == shown.count("<article")


def test_nothing_of_a_charter_that_was_taken_off(told: Told, client: Client) -> None:
    url = told.page.url
    told.page.unpublish()
    for path in ("", "versions/1/", "signatures/", "charter.json", "compare/1/2/"):
        assert client.get(f"{url}{path}").status_code == 404
    assert client.get(fresh(told.one).page.get_translations().get().url).status_code == 404


def test_pages_that_are_kept_from_readers_are_not_named(site: SmallSite, client: Client) -> None:
    home = staffed_council(site)
    meeting, occasion = held(home, days=-9, title="کارگاه"), held(home, days=-8, title="همایش")
    one = charter(home)
    version = adopted(one, days=-9, adopted_in=meeting.page)
    assert occasion.day is not None
    unveiling.unveil(version, on=occasion.day, occasion=occasion.page, version=None)
    base = fresh(one).page.url
    paths = ("", "versions/1/", "print/charter/", "charter.json")

    def named(title: str) -> list[str]:
        return [path for path in paths if title in html(client, f"{base}{path}")]

    assert named("کارگاه") == list(paths)
    assert named("همایش") == list(paths[:3])
    meeting.page.unpublish()
    PageViewRestriction.objects.create(
        page=occasion.page, restriction_type=PageViewRestriction.LOGIN
    )
    assert named("کارگاه") == named("همایش") == []
    CharterVersion.objects.update(adopted_in=None)
    assert named("کارگاه") == list(paths), "of a page that is gone the name stays"


def test_a_draft_that_was_published_gives_no_part_its_title(
    site: SmallSite, client: Client
) -> None:
    one = charter(council(site), title="میثاق")
    signed(adopted(one, days=-30))
    adopted(one, days=-3)
    draft(one)
    page = fresh(one).page.get_latest_revision_as_object()
    page.title = "نام تازه"
    page.save_revision().publish()
    for path in ("", "signatures/", "on/", "compare/1/2/", "versions/1/signatures/1/"):
        told = client.get(page.url + path).content.decode()
        assert "نام تازه" not in told, path
        assert "میثاق" in told, path
