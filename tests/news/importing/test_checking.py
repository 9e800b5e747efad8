import datetime as dt
from pathlib import Path

import pytest
from django.utils import timezone

from tests.directory.making import agency
from tests.making import SmallSite
from tests.news.importing.making import picture, source_item
from wagtail_prcouncil.news.importing.checking import BadItemError, Checker, digest_of, guid_of
from wagtail_prcouncil.news.importing.media import Pictures

pytestmark = pytest.mark.django_db


def checker(folder: Path | None = None, *, is_dry: bool = False) -> Checker:
    return Checker(Pictures(folder), is_dry=is_dry)


@pytest.mark.parametrize(
    ("date", "moment"),
    [
        ("۱۴۰۱/۰۵/۲۳ ۱۲:۱۳", dt.datetime(2022, 8, 14, 7, 43, tzinfo=dt.UTC)),  # summer time
        ("2022-08-14T07:43:00Z", dt.datetime(2022, 8, 14, 7, 43, tzinfo=dt.UTC)),
        ("Sun, 14 Aug 2022 12:13:00 +0430", dt.datetime(2022, 8, 14, 7, 43, tzinfo=dt.UTC)),
        ("مهر ۲۴, ۱۳۹۶", dt.datetime(2017, 10, 15, 20, 30, tzinfo=dt.UTC)),
    ],
)
def test_dates_of_either_calendar(site: SmallSite, date: str, moment: dt.datetime) -> None:
    assert checker().check(source_item(date=date)).page.published_at == moment


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": "  "},
        {"date": ""},
        {"date": "دیروز"},
        {"date": "1401/13/01"},
        {"date": "2999-01-01"},
        {"date": "Fri, 31 Dec 9999 23:59:59 -1200"},
        {"code": "abc"},
        {"code": "0"},
        {"is_protected": True},
    ],
)
def test_what_cannot_be_written(site: SmallSite, wrong: dict[str, str]) -> None:
    with pytest.raises(BadItemError) as error:
        checker().check(source_item(**wrong))
    assert error.value.sentences


def test_names_become_rows_and_the_unknown_stay_words(site: SmallSite) -> None:
    known = agency(name="سازمان آب")
    ready = checker().check(
        source_item(agency="سازمان آب", section="استان ها", province="فارس", code="۱۲")
    )
    assert (ready.page.agency, ready.page.section) == (known, site.section)
    assert ready.page.province.code == "IR-07"
    assert ready.page.code == 12
    unknown = checker().check(source_item(agency="دفتر دیگر", section="گم‌شده"))
    assert (unknown.page.agency, unknown.page.agency_name) == (None, "دفتر دیگر")
    assert "گم‌شده" in unknown.remarks[0]


def test_pictures_come_along_where_they_are_at_hand(site: SmallSite, tmp_path: Path) -> None:
    picture(tmp_path)
    item = source_item(picture="https://old.example/2022/08/dam.png", html='<img src="no.png">')
    ready = checker(tmp_path).check(item)
    assert ready.page.hero_image is not None
    assert ready.page.hero_alt == ready.page.title
    assert "no.png" in " ".join(ready.remarks)
    dry = checker(tmp_path, is_dry=True).check(item)
    assert dry.page.hero_image is None
    assert len(dry.remarks) == 1
    assert "dam.png" in " ".join(checker().check(item).remarks)


def test_only_addresses_of_pages_lead_on(site: SmallSite) -> None:
    assert checker().check(source_item(path="https://old.example/a?x=1")).path == "/a?x=1"
    ready = checker().check(source_item(path="javascript:alert(1)"))
    assert ready.path == ""
    assert ready.remarks


def test_long_words_are_cut_and_told(site: SmallSite) -> None:
    ready = checker().check(source_item(title="خبر " * 90, kicker="روتیتر " * 50))
    assert len(ready.page.title) == 255
    assert len(ready.page.kicker) <= 200
    assert len(ready.remarks) == 2


def test_tags_are_written_alike(site: SmallSite) -> None:
    item = source_item(tags=("عمومي", "عمومی", "سد!", "سد", "!", " ", "آب " * 50, "ﷺ" * 10))
    ready = checker().check(item)
    assert ready.tags == ["عمومی", "سد!", "سد"]
    assert len(ready.remarks) == 3


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://old.example/news/1?x=2", "/news/1?x=2"),
        ("/news/1/", "/news/1/"),
        ("?p=7", "/?p=7"),
        ("https://old.example//[x", "/[x"),
        ("https://old.example/", ""),
        ("http://[x", ""),
    ],
)
def test_where_readers_found_it(site: SmallSite, address: str, path: str) -> None:
    ready = checker().check(source_item(path=address))
    assert ready.path == path
    assert bool(ready.remarks) == (address == "http://[x")


@pytest.mark.parametrize("address", ["x", "http://[url]", f"https://a.org/{'x' * 200}"])
def test_an_address_that_cannot_be_kept_is_told(site: SmallSite, address: str) -> None:
    ready = checker().check(source_item(quoted_url=address))
    assert ready.page.quoted_url == ""
    assert len(ready.remarks) == 1


def test_what_another_clock_has_ahead_is_out_now(site: SmallSite) -> None:
    now = timezone.now()
    soon = (now + dt.timedelta(hours=5)).isoformat(timespec="seconds")
    page = checker().check(source_item(date=soon)).page
    assert now <= page.published_at <= timezone.now()


def test_a_lead_loses_its_markup(site: SmallSite) -> None:
    ready = checker().check(source_item(lead="<p>چکیدهٔ <b>خبر</b></p><script>x</script>"))
    assert ready.page.lead == "چکیدهٔ خبر"


def test_the_name_and_the_digest_of_an_item() -> None:
    assert guid_of(source_item(guid="", code="7")) == "code:7"
    assert guid_of(source_item(guid="", path="/a")) == "/a"
    assert guid_of(source_item(guid="")).startswith("title:")
    assert digest_of(source_item(line=2)) == digest_of(source_item(line=9))
    assert digest_of(source_item()) != digest_of(source_item(lead="x"))
