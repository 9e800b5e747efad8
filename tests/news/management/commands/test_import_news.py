from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.making import SmallSite
from tests.news.importing.making import picture, post, sheet, wordpress
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage

pytestmark = pytest.mark.django_db


def told(*args: object, **options: object) -> str:
    """What it says; status 2 is said in the last line."""
    out = StringIO()
    try:
        call_command("import_news", *map(str, args), stdout=out, **options)
    except CommandError as error:
        if error.returncode != 2:
            raise
        out.write(str(error))
    return out.getvalue()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return sheet(
        tmp_path,
        "کد خبر,تیتر,تاریخ,تصویر",
        "50215,خبر یک,۱۴۰۱/۰۵/۲۳ ۱۲:۱۳,2022/08/dam.png",
        "50216,خبر دو,دیروز,",
    )


def test_a_table_with_pictures(site: SmallSite, archive: Path, tmp_path: Path) -> None:
    picture(tmp_path)
    out = told(archive, index=site.index.pk, media=tmp_path)
    *_remarks, counts, status = out.splitlines()
    assert counts == "new 1, unchanged 0, changed 0, bad 1"
    assert status.startswith("1 not written")
    assert out.startswith("3 ! خبر دو: ")
    page = NewsPage.objects.get()
    assert (page.code, page.hero_image is not None) == (50215, True)


def test_a_dry_run(site: SmallSite, archive: Path) -> None:
    assert "would write: new 1" in told(archive, "--dry-run", index=site.index.pk)
    assert not NewsPage.objects.exists()


def test_a_wordpress_export_is_known_by_its_head(site: SmallSite, tmp_path: Path) -> None:
    NewsIndexPage.objects.exclude(pk=site.index.pk).delete()
    assert "new 1" in told(wordpress(tmp_path, post()))


def test_a_bad_row_stops_nothing(site: SmallSite, tmp_path: Path) -> None:
    """What comes after it arrives, and it is told by its line."""
    picture(tmp_path)
    bad = [
        ("Fri, 31 Dec 9999 23:59:59 -1200", "", "", "", ""),
        ("1401/05/23", "سد|سد!|سد.", "", "", ""),
        ("1401/05/23", "آب " * 80, "", "", ""),
        ("1401/05/23", "", f'<img src=""data:image/png;base64,{"A" * 5000}"">', "", ""),
        ("1401/05/23", "", '<a href=""http://[url]"">x</a>', "http://[url]/a.jpg", ""),
        ("1401/05/23", "", "", "a%00b.jpg", ""),
        ("1401/05/23", "", "", "", "http://[x"),
        ("1401/05/23", "", "", "", "https://old.example//[x"),
    ]
    good = ("1401/05/23", "سد", "", "2022/08/dam.png", "/news/1")
    rows = [good, *bad, (*good[:-1], "/news/2")]
    lines = [
        f'خبر {place},"{date}","{tags}","{text}",{image},{path}'
        for place, (date, tags, text, image, path) in enumerate(rows)
    ]
    path = sheet(tmp_path, "تیتر,تاریخ,برچسب‌ها,متن,تصویر,نشانی", *lines)
    out = told(path, index=site.index.pk, media=tmp_path)
    assert out.splitlines()[-2] == "new 9, unchanged 0, changed 0, bad 1"
    spoken_of = {int(line.split()[0]) for line in out.splitlines()[:-2]}
    assert spoken_of == {3, 5, 6, 7, 8, 9}
    assert NewsPage.objects.filter(hero_image=None).count() == 7
    assert "unchanged 9" in told(path, index=site.index.pk, media=tmp_path)


def test_several_indexes_must_be_told_apart(site: SmallSite, archive: Path) -> None:
    with pytest.raises(CommandError, match=f"--index {site.index.pk}"):
        told(archive)


@pytest.mark.parametrize(("name", "content"), [("a.csv", ""), ("a.xml", "<x/>"), ("a.rss", "x")])
def test_another_file_is_refused(site: SmallSite, tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content)
    with pytest.raises(CommandError):
        told(path, index=site.index.pk)


def test_no_file(site: SmallSite, tmp_path: Path) -> None:
    with pytest.raises(CommandError):
        told(tmp_path / "none.csv", index=site.index.pk)
