from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.charters.public.making import reading, told_charter
from tests.making import SmallSite
from wagtail_prcouncil.charters.public.provisions import expanded


def test_what_links_stand_for_is_looked_up_once(site: SmallSite) -> None:
    link = f'<p><a linktype="page" id="{site.section.pk}">بخش</a></p>'
    expanded([link])
    with CaptureQueriesContext(connection) as once:
        (shown,) = expanded([link])
    with CaptureQueriesContext(connection) as often:
        many = expanded([link, "<p>بی پیوند</p>", *[link] * 50])
    assert len(often) == len(once)
    assert f'href="{site.section.url}"' in shown
    assert many[0] == many[-1] == shown
    assert many[1] == "<p>بی پیوند</p>"
    assert expanded(["", "<p>ساده</p>"]) == ["", "<p>ساده</p>"]


def test_each_clause_gets_its_own_words(site: SmallSite) -> None:
    text = reading(told_charter(site).page).provisions
    assert "دیباچه" in text.preamble
    first, second, *_others = text.clauses
    assert (first.mark, first.title, first.heading_level) == ("۱", "اصل ۱. راستی", 2)
    assert "یادداشت نمونه" in first.note
    assert "چون باید" in second.rationale
    assert [part.mark for part in second.parts] == ["الف", "ب"]
    assert "در تیتر" in second.parts[1].parts[0].text
    assert [row["title"] for row in text.references] == ["قانون نمونه"]
    assert text.appendices == ()
