import pytest

from wagtail_prcouncil.meetings.marks import mark


def of(text: str) -> str:
    return mark({"heading": "بند", "text": text})


@pytest.mark.parametrize(
    "text",
    [
        '<p data-block-key="a1b2c">یکم</p><p data-block-key="x">«دوم» &amp; "سوم"</p>',
        "<p>یکم</p>\n<p>«دوم» &amp; &quot;سوم&quot;</p>",
        "<p> یکم</p><p>«دوم»  &#38; &#34;سوم&#34;</p>",
        "<p>يکم</p><p>«دوم» &amp; &quot;سوم&quot;</p>",
    ],
)
def test_the_same_words_in_other_markup(text: str) -> None:
    assert of(text) == of("<p>یکم</p><p>«دوم» &amp; &quot;سوم&quot;</p>")


@pytest.mark.parametrize(
    "text",
    [
        "<p>یکم</p>",
        "<p>یکم</p><p>سوم</p>",
        "<p><b>یکم</b></p><p>دوم</p>",
        "<p>یکم دوم</p>",
        '<p><a href="https://example.org/">یکم</a></p><p>دوم</p>',
        "",
    ],
)
def test_what_a_person_wrote(text: str) -> None:
    assert of(text) != of("<p>یکم</p><p>دوم</p>")


def test_where_a_link_leads_counts() -> None:
    first, second = (of(f'<p><a href="https://{x}.example/">یکم</a></p>') for x in "ab")
    assert first != second


def test_who_reads_it_does_not() -> None:
    assert mark({"text": "x", "visibility": "public"}) == mark({"text": "x"})


def test_tables_cell_by_cell() -> None:
    def table(cell: str, heading: str = "نام") -> str:
        columns = [{"type": "text", "heading": heading}]
        return mark({"table": {"caption": "", "columns": columns, "rows": [{"values": [cell]}]}})

    assert table("یکم") == table("يکم ")
    assert len({table("یکم"), table("دوم"), table("یکم", "سمت")}) == 3
