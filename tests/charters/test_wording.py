import time

import pytest

from wagtail_prcouncil.charters.wording import (
    Piece,
    plain_difference,
    rich_difference,
    words_of,
)


def marked(before: str, after: str) -> list[str]:
    """Lines as somebody would write them by hand: -taken out- and +put in+."""
    signs = {"same": "", "ins": "+", "del": "-"}
    return [
        "".join(f"{one.glue}{signs[one.kind]}{one.words}{signs[one.kind]}" for one in line)
        for line in rich_difference(before, after)
    ]


def test_word_by_word_in_persian() -> None:
    before = "<p>به هر پرسش در یک هفته پاسخ داده می‌شود.</p>"
    after = "<p>به هر پرسش در دو روز کاری پاسخ داده می‌شود و نام واحد را دارد.</p>"
    assert marked(before, after) == [
        "به هر پرسش در -یک هفته- +دو روز کاری+ پاسخ داده می‌شود +و نام واحد را دارد+."
    ]


@pytest.mark.parametrize("word", ["می‌شود", "دربارهٔ", "مُدیر", "café"])
def test_half_spaces_and_vowel_signs_stay_in_their_word(word: str) -> None:
    (line,) = plain_difference(f"{word} نه", f"{word} آری")
    assert line[0] == Piece("same", word)


def test_paragraphs_and_items_stand_on_lines_of_their_own() -> None:
    before = "<p>یک</p><ul><li>دو</li><li>سه</li></ul>"
    after = "<p>یک</p><ul><li>دو</li><li>تازه</li><li>سه</li></ul>"
    assert marked(before, after) == ["یک", "دو", "+تازه+", "سه"]
    assert marked(after, before) == ["یک", "دو", "-تازه-", "سه"]


def test_the_same_words_in_other_elements_do_not_differ() -> None:
    assert rich_difference("<p>روشن <b>است</b></p>", "<p><i>روشن</i> است</p>") == ()
    assert words_of('<p>a <a href="x">b</a> &amp;\nc</p><p>d</p>') == "a b & c\nd"


def test_all_that_is_shown_can_be_put_together_again() -> None:
    before, after = "یک دو، سه. چهار", "یک پنج، سه! شش چهار"
    (line,) = plain_difference(before, after)
    for text, kinds in ((before, {"same", "del"}), (after, {"same", "ins"})):
        shown = "".join(f"{one.glue}{one.words}" for one in line if one.kind in kinds)
        assert shown.split() == text.split()


def test_long_texts_that_share_nothing_take_no_time() -> None:
    one = " ".join(f"واژه{number}" for number in range(20_000))
    other = " ".join(f"دیگر{number}" for number in range(20_000))
    begun = time.perf_counter()
    (line,) = plain_difference(one, other)
    assert [piece.kind for piece in line] == ["del", "ins"]
    assert time.perf_counter() - begun < 2
