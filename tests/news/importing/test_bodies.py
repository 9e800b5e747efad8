import pytest

from wagtail_prcouncil.news.importing.bodies import Body, read_body


def found(source: str) -> int | None:
    return 5 if source.endswith("dam.jpg") else None


def kinds(body: Body) -> list[str]:
    return [block["type"] for block in body.blocks]


def paragraphs(html: str) -> list[str]:
    return [block["value"] for block in read_body(html, found).blocks]


def test_plain_text_is_parted_at_empty_lines() -> None:
    assert paragraphs("یک\nدو\n\nسه") == ["<p>یک دو</p>", "<p>سه</p>"]


def test_words_keep_bold_links_and_lists_only() -> None:
    html = (
        '<p style="color:red">این <strong>مهم</strong> <font>است</font> '
        '<a href="https://example.org/a" onclick="x()">پیوند</a>'
        '<a href="javascript:alert(1)">بد</a></p><ul class="x"><li>یک</li></ul>'
    )
    first, second = paragraphs(html)
    assert first == ('<p>این <b>مهم</b> است <a href="https://example.org/a">پیوند</a><a>بد</a></p>')
    assert second == "<ul><li>یک</li></ul>"


def test_headings_quotes_and_tables() -> None:
    table = "<table><tr><th>الف</th><td>ب</td></tr></table>"
    body = read_body(f"<h3>تیتر</h3><blockquote><p>سخن</p></blockquote>{table}", found)
    assert kinds(body) == ["heading", "quote", "paragraph"]
    assert body.blocks[1]["value"] == {"text": "سخن", "attribution": ""}
    assert body.blocks[2]["value"] == "<p>الف | ب</p>"


def test_a_picture_inside_a_paragraph_parts_it() -> None:
    html = '<p>پیش <img src="/x/dam.jpg" alt="سد"> پس</p>'
    body = read_body(html, found)
    assert kinds(body) == ["paragraph", "figure", "paragraph"]
    assert body.blocks[1]["value"] == {"image": 5, "alt": "سد", "caption": "", "credit": ""}


def test_a_caption_of_wordpress() -> None:
    shown = '<a href="/b"><img src="dam.jpg" alt=""/></a> سد در آبان'
    figure = read_body(f'[caption id="a" width="3"]{shown}[/caption]', found).blocks[0]
    assert figure["type"] == "figure"
    assert figure["value"]["caption"] == "سد در آبان"


@pytest.mark.parametrize(
    ("html", "lost"),
    [
        ("<iframe src='https://player.example'></iframe>", "<iframe>"),
        ("<p>متن</p><script>alert(1)</script>", "<script>"),
        ("[gallery ids='1,2']", "[gallery ids='1,2']"),
        ("<img src='https://old.example/gone.jpg'>", "gone.jpg"),
        ("<p><iframe src='x'></iframe></p>", "<iframe>"),
    ],
)
def test_what_has_no_block_is_told(html: str, lost: str) -> None:
    body = read_body(html, found)
    assert lost in " ".join(body.lost)
    assert "alert" not in str(body.blocks)


def test_brackets_of_persian_text_stay() -> None:
    assert paragraphs("سال [۱۴۰۱] و [نقل]") == ["<p>سال [۱۴۰۱] و [نقل]</p>"]


def test_old_letters_and_empty_paragraphs() -> None:
    assert paragraphs("<p>&nbsp;</p><p>كتاب قزوين</p><p> </p>") == ["<p>کتاب قزوین</p>"]


@pytest.mark.parametrize("html", ["", "<", "<p", "<p><p><p>", "<img>", "]]>", "<table><tr>"])
def test_broken_markup_is_no_error(html: str) -> None:
    read_body(html, found)
