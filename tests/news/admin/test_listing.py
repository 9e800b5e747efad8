import csv
import datetime as dt
import io
from itertools import count
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from wagtail.log_actions import LogContext

from tests.directory.making import agency
from tests.making import SmallSite, below, draft_news, live_news, news_at
from tests.news.staff import EDITING, chief, group, logged_in, member, reading
from wagtail_prcouncil.news.admin.listing import code_as_read
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage, SectionPage
from wagtail_prcouncil.persian.digits import to_persian

URL = "/admin/prcouncil_news_listing/"


@pytest.fixture
def desk(site: SmallSite) -> Client:
    return logged_in(chief())


def listed(client: Client, **asked: Any) -> list[NewsPage]:
    return list(client.get(f"{URL}results/", asked).context["pages"])


def test_the_desk_lists_news_of_all_indexes(site: SmallSite, desk: Client) -> None:
    page = live_news(site)
    english = live_news(site, english_of=page, title="Council session")
    draft = draft_news(site)
    html = desk.get(URL).content.decode()
    assert all(item.title in html for item in (page, english, draft))


def test_codes_in_the_digits_of_the_editor(site: SmallSite) -> None:
    page = live_news(site)
    page.code = 50421
    with translation.override("fa"):
        assert code_as_read(page) == "۵۰۴۲۱"
    with translation.override("en"):
        assert code_as_read(page) == "50421"
    assert code_as_read(draft_news(site)) == ""


def test_a_row_tells_where_an_item_is_filed_how_it_stands_and_who_published_it(
    site: SmallSite,
) -> None:
    user = chief()
    user.first_name, user.last_name = "دبیر", "خبر"
    user.save()
    published = timezone.now() + dt.timedelta(days=1)
    page = draft_news(site, agency=agency("سازمان آب"), embargoed_until=published)
    with LogContext(user=user):
        page.save_revision().publish(user=user)
    html = logged_in(user).get(f"{URL}results/").content.decode()
    for words in (site.section_en.title, "سازمان آب", "under embargo", "دبیر خبر"):
        assert words in html


def test_sections_are_named_in_the_language_of_the_editor(site: SmallSite) -> None:
    spoken = below(site.index, SectionPage, title="اقتصاد", slug="economy")  # in Persian only
    live_news(site)
    live_news(site, section=spoken)
    user = chief()
    html = logged_in(user).get(URL).content.decode()
    for words in (site.section_en.title, spoken.title):
        assert f"{words}</option>" in html  # in the filter
        assert html.count(words) > 1  # and in the list
    assert site.section.title not in html
    reading(user, "fa")
    html = logged_in(user).get(URL).content.decode()
    assert f"{site.section.title}</option>" in html
    assert html.count(site.section.title) > 1
    assert site.section_en.title not in html


def test_the_desk_tells_and_narrows_by_the_day_of_publication(site: SmallSite) -> None:
    old = news_at(site, dt.datetime(2022, 8, 14, 7, 43, tzinfo=dt.UTC), title="خبر دیروز")
    new = live_news(site, title="خبر امروز")
    address = f"{URL}results/?published_at_to=۱۴۰۱/۵/۲۳"
    html = logged_in(chief("fa")).get(address).content.decode()
    assert old.title in html
    assert "۲۳ مرداد ۱۴۰۱، ۱۲:۱۳" in html
    assert new.title not in html


@pytest.mark.parametrize("typed", ["{}", " {} "])
def test_an_item_is_found_by_its_code_in_any_digits(
    site: SmallSite, desk: Client, typed: str
) -> None:
    page, _other = live_news(site, title="یکی"), live_news(site, title="دیگری")
    for code in (str(page.code), to_persian(page.code)):
        assert listed(desk, code=typed.format(code)) == [page]
        assert listed(desk, q=typed.format(code)) == [page]
    assert listed(desk, code="نیست") == []
    assert listed(desk, code="9" * 40) == []


def test_news_are_found_in_any_spelling(site: SmallSite, desk: Client) -> None:
    page = live_news(site, title="گردهمایی کتابخانه‌های کشور")
    live_news(site, title="خبری دیگر")
    for asked in ("كتابخانه هاي", "کتابخانه‌های", "گردهمايي"):
        assert [found.pk for found in listed(desk, q=asked)] == [page.pk]
    # And narrowed at the same time, by what the search index does not hold too.
    assert [found.pk for found in listed(desk, q="كتابخانه", state="published")] == [page.pk]
    assert listed(desk, q="كتابخانه", state="retracted", ordering="-published_at") == []


def test_the_list_of_a_section_holds_those_below_it(site: SmallSite, desk: Client) -> None:
    lower = below(site.section, SectionPage, title="یزد", slug="yazd")
    beside = below(site.index, SectionPage, title="اقتصاد", slug="economy")
    here, deeper, other = (
        live_news(site, section=section) for section in (site.section, lower, beside)
    )
    assert {page.pk for page in listed(desk, section=site.section.pk)} == {here.pk, deeper.pk}
    assert [page.pk for page in listed(desk, section=beside.pk)] == [other.pk]


def test_sections_of_one_language_are_offered_set_in_by_depth(
    site: SmallSite, desk: Client
) -> None:
    below(site.section, SectionPage, title="یزد", slug="yazd")
    html = desk.get(URL).content.decode()
    assert f">{site.section_en.title}</option>" in html
    assert ">\u2003یزد</option>" in html
    assert f">{site.section.title}</option>" not in html


@pytest.mark.parametrize("nonsense", ["x", "0", "-1", "9" * 30, "\x00", "x" * 10_000])
def test_nonsense_narrows_to_nothing_or_to_everything_and_breaks_nothing(
    site: SmallSite, desk: Client, nonsense: str
) -> None:
    live_news(site)
    for name in (
        "code",
        "section",
        "agency",
        "province",
        "state",
        "published_at_from",
        "q",
        "p",
        "owner",
    ):
        for address in (URL, f"{URL}results/"):
            assert desk.get(address, {name: nonsense}).status_code in (200, 404)


def test_the_export_honours_filters_and_escapes_formulas(site: SmallSite, desk: Client) -> None:
    page = news_at(site, dt.datetime(2022, 8, 14, 7, 43, tzinfo=dt.UTC), title="=1+1")
    live_news(site, title="بیرون از صافی")
    response = desk.get(URL, {"code": page.code, "export": "csv"})
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["Headline"] == "'=1+1"
    assert row["Published at (Gregorian)"] == "2022-08-14T12:13:00+04:30"
    assert row["Published at (Jalali)"] == "1401/05/23 12:13"
    assert row["Status"] == "published"
    assert row["Section"] == site.section.title
    xlsx = desk.get(URL, {"code": page.code, "export": "xlsx"})
    assert b"".join(xlsx.streaming_content)[:2] == b"PK"


def test_the_number_of_queries_does_not_grow(site: SmallSite, desk: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(URL).status_code == 200
        return len(captured)

    def publish(number: int) -> None:
        for _n in range(number):
            with LogContext(user=User.objects.create_user(f"user {next(numbers)}")):
                draft_news(site, agency=agency()).save_revision().publish()

    numbers = count()
    publish(2)
    desk.get(URL)
    few = queries()
    for number in range(5):
        below(site.section, SectionPage, title=f"بخش {number}", slug=f"section-{number}")
    publish(10)
    # wagtail-localize asks two questions of each row for its button; nothing of ours does.
    assert queries() - few <= 2 * 10


def test_a_reporter_finds_the_news_of_their_own_index_only(site: SmallSite) -> None:
    unit = below(site.home, NewsIndexPage, title="خبرهای واحد", slug="unit")
    own = unit.add_child(instance=NewsPage(title="خبر واحد", locale=site.fa))
    other = live_news(site, title="خبر وزارتخانه")
    client = logged_in(member(group("reporters", *EDITING, below=unit)))
    assert [page.pk for page in listed(client)] == [own.pk]
    assert listed(client, code=other.code) == []
    response = client.get(URL, {"export": "csv"})
    assert other.title not in b"".join(response.streaming_content).decode()
    stranger = logged_in(member(group("strangers")))
    assert stranger.get(URL).status_code == 302
