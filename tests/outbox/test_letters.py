"""A mail in words becomes text and HTML."""

from wagtail_prcouncil.outbox.letters import Line, Link, Said, Section, printed

SAID = Said(
    subject="موضوع",
    sentence="رخ داد:",
    title="a < b & «c»",
    lines=[Line("روز", "۱ آذر")],
    sections=[Section("سرفصل", ["بند"], ["یک", "دو"])],
    links=[Link("برو", "https://example.org/?a=1&b=2")],
)


def test_text_is_plain_and_html_is_escaped() -> None:
    text, html = printed(SAID, "prcouncil_outbox/mail", "any", language="fa", direction="rtl")
    assert "a < b & «c»" in text
    assert "https://example.org/?a=1&b=2" in text
    assert "روز: ۱ آذر" in text
    assert "- دو" in text
    assert "a &lt; b &amp; «c»" in html
    assert 'href="https://example.org/?a=1&amp;b=2"' in html
    assert '<html lang="fa" dir="rtl">' in html


def test_an_empty_letter_prints_no_empty_parts() -> None:
    bare = Said("موضوع", "رخ داد", "عنوان")
    _text, html = printed(bare, "prcouncil_outbox/mail", "any", language="fa", direction="rtl")
    assert "<ul" not in html
    assert "<a " not in html
