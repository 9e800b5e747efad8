"""Strings for property tests: what a database, a scraper or an attacker may hand us."""

from hypothesis import strategies as st

_PERSIAN = "آابپتجدرزژسعفقکگلمنوهی ئأؤةۀيىكءـ۰۱۲٣٤٥67\u200c\u200c\u064e\u0651\u0654\xa0،.-_ABcé\n"
_ODD = (
    "\ud800\udfff\x00\x1b\u200e\u202e\u2066\ufeff\u200d\xad¬\r\u2028"
    "ﻻﷲﷺ\ufe76\ufc5e\uff9e\u0316\u0344İßΣ"
)

PERSIAN_TEXT = st.lists(
    st.sampled_from([*_PERSIAN, "ها", "های", "هایی", "روابط‌عمومی"]), max_size=30
).map("".join)
ANY_TEXT = st.one_of(
    PERSIAN_TEXT,
    st.lists(st.sampled_from(_PERSIAN + _ODD), max_size=40).map("".join),
    st.text(st.characters(), max_size=40),
)

ATTACKS = (
    "ها",
    "ا ها ",
    "\u200c",
    "ر\u064e\u200cب",
    "ا¬",
    "\u0316\u0301",  # marks whose order normalising has to mend
    "\u0316\u200f\u0301",  # the same, parted by what is dropped
    "\u0316\u0301" * 15 + "\u200c",
    "\ufe76\ufe7a\ufc5e",  # presentation forms that decompose to bare marks
    "\uff9e\u0334",  # a letter that decomposes to a mark
    "!" * 30 + "a",
    "\ud800",
    "1",
    "-",
    " ",
    "aا",
)
"""Pieces whose repetition would make a careless pattern or normalisation quadratic."""
