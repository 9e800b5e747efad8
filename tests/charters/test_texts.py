"""The text of a charter as plain data."""

import json

from hypothesis import given
from hypothesis import strategies as st

from tests.charters.making import charter, clause, three
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters import texts
from wagtail_prcouncil.charters.models import CharterPage

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.text(), PLAIN, max_size=4))
def test_a_text_hashes_the_same_after_a_database_or_a_file_had_it(text: dict[str, object]) -> None:
    stored = json.loads(json.dumps(text))
    turned = dict(reversed(stored.items()))
    assert texts.digest_of(turned) == texts.digest_of(text)
    assert json.loads(texts.canonical_json(text)) == stored


def test_a_text_becomes_words_of_a_page_and_a_text_again(site: SmallSite) -> None:
    reference = {"type": "reference", "id": "r", "value": {"title": "قانون", "url": ""}}
    one = charter(
        council(site),
        scope="همهٔ دستگاه‌ها",
        preamble="<p>دیباچه</p>",
        references=[reference],
        appendices=[
            {
                "type": "appendix",
                "id": "a",
                "value": {"title": "پیوست", "text": "<p>الف</p>", "document": None},
            }
        ],
    )
    said = texts.words_of(CharterPage.objects.get(pk=one.page_id))
    other = CharterPage(**texts.stream_of(said))
    assert texts.says_the_same(texts.words_of(other), said)
    assert json.loads(json.dumps(said)) == said


def test_clauses_are_read_in_their_order_with_their_level(site: SmallSite) -> None:
    raw = [*three(), clause("تبصره", heading="پایان")]
    page = charter(council(site), clauses=raw).page
    read = texts.every_clause(texts.words_of(page))
    assert [(row.label, row.level) for row in read] == [
        ("مادهٔ ۱", 1),
        ("مادهٔ ۲", 1),
        ("الف", 2),
        ("ب", 2),
        ("مادهٔ ۳", 1),
        ("تبصره", 1),
    ]
    assert read[-1].name() == "تبصره. پایان"
    assert read[2].name() == "الف"
    assert read[2].full_name() == "مادهٔ ۲، بند الف"
    assert [row.anchor for row in read] == texts.anchors_of(texts.words_of(page))
    assert "" not in texts.anchors_of(texts.words_of(page))
