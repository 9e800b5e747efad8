"""Files as other systems write them."""

from pathlib import Path
from xml.sax.saxutils import escape

from PIL import Image

from wagtail_prcouncil.news.importing.items import SourceItem


def source_item(**fields: object) -> SourceItem:
    known = {"line": 2, "title": "خبر شباهنگ", "date": "1401/05/23 12:13", "guid": "a-1"}
    return SourceItem(**(known | fields))


def sheet(folder: Path, *lines: str) -> Path:
    path = folder / "archive.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def picture(folder: Path, name: str = "2022/08/dam.png", colour: str = "navy") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (40, 30), colour).save(path)
    return path


def wordpress(folder: Path, *items: str) -> Path:
    path = folder / "export.xml"
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>پایگاه</title>'
        f"{''.join(items)}</channel></rss>",
        encoding="utf-8",
    )
    return path


def post(number: int = 7, *, html: str = "متن.", more: str = "", kind: str = "post") -> str:
    return (
        f"<item><title>خبر {number}</title><link>https://old.example/?p={number}</link>"
        f"<guid isPermaLink='false'>https://old.example/?p={number}</guid>"
        f"<content:encoded>{escape(html)}</content:encoded>"
        f"<excerpt:encoded>چکیده</excerpt:encoded><wp:post_id>{number}</wp:post_id>"
        "<wp:post_date>2017-10-16 10:00:00</wp:post_date>"
        "<wp:post_date_gmt>2017-10-16 06:30:00</wp:post_date_gmt>"
        f"<wp:status>publish</wp:status><wp:post_type>{kind}</wp:post_type>{more}</item>"
    )
