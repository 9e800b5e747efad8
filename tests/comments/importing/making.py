"""Files of other systems, for tests of imports."""

from pathlib import Path
from xml.sax.saxutils import escape

HEADINGS = "id,page,name,text,date,email,status,parent"


def sheet(folder: Path, *lines: str, headings: str = HEADINGS, name: str = "old.csv") -> Path:
    path = folder / name
    path.write_text("\n".join([headings, *lines]), encoding="utf-8")
    return path


def wordpress_comment(number: int, **fields: str) -> str:
    said = {
        "comment_id": str(number),
        "comment_author": "شهروند",
        "comment_author_email": "reader@example.ir",
        "comment_author_IP": "203.0.113.77",
        "comment_date_gmt": "2022-08-14 07:43:00",
        "comment_content": f"دیدگاه شمارهٔ {number}",
        "comment_approved": "1",
        "comment_parent": "0",
        "comment_type": "comment",
    } | fields
    inner = "".join(f"<wp:{name}>{escape(text)}</wp:{name}>" for name, text in said.items())
    return f"<wp:comment>{inner}</wp:comment>"


def wordpress(folder: Path, link: str, *comments: str) -> Path:
    path = folder / "old.xml"
    path.write_text(
        '<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
        f"<item><title>خبر</title><link>{escape(link)}</link>{''.join(comments)}</item>"
        "</channel></rss>",
        encoding="utf-8",
    )
    return path
