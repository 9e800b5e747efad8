"""Which characters are which: the tables behind `text`, `slugs` and `sorting`.

Joining behaviour follows Unicode's ArabicShaping.txt; the preferred letters follow ISIRI 6219.
"""

from wagtail_prcouncil.persian import digits

ZWNJ = "\u200c"
"""The half-space: ends a joined shape without ending the word."""

ARABIC_SCRIPT = (
    "\u0620-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f"
)
"""Letters of the Arabic script, as the inside of a regular-expression class."""

MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
)
"""Harakat, accents and variation selectors, as the inside of a regular-expression class."""

NON_JOINING = "ءآأؤإاةدذرزوٱٲٳٵٶٷڈډڊڋڌڍڎڏڐڑڒړڔڕږڗژڙۃۄۅۆۇۈۉۊۋۏےۓەۮۯ"
"""Letters that never join the next one: after them a half-space shows nothing."""

PREFERRED = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ڪ": "ک", "ۀ": "ه\u0654", "ۂ": "ه\u0654"}
    | dict(zip(digits.ARABIC_INDIC, digits.PERSIAN, strict=True))
)
"""Arabic keyboard letters and digits to the Persian ones a Persian keyboard types."""

FOLDED = str.maketrans(
    dict.fromkeys("يىےۍېۑ", "ی")
    | dict.fromkeys("كڪ", "ک")
    | dict.fromkeys("ةۃہەھۀ", "ه")
    | dict.fromkeys("ٱٲٳ", "ا")
    | dict.fromkeys("ۆۇۈۋۏ", "و")
    | {"ء": "", "ـ": "", "٬": "", "\u200d": "", ZWNJ: " "}
    | dict(zip(digits.PERSIAN, digits.ASCII, strict=True))
    | dict(zip(digits.ARABIC_INDIC, digits.ASCII, strict=True))
)
"""What readers type for one another. Carriers of hamza and madda fall with their marks."""

_INVISIBLE = (
    *range(0x09),
    *range(0x0E, 0x20),
    *range(0x7F, 0x85),
    *range(0x86, 0xA0),
    0x00AD,  # soft hyphen
    0x061C,  # Arabic letter mark
    0x200B,  # zero-width space
    0x200E,  # left-to-right mark
    0x200F,  # right-to-left mark
    *range(0x202A, 0x202F),  # embeddings and overrides
    *range(0x2060, 0x2070),  # word joiner, isolates, deprecated format characters
    *range(0xD800, 0xE000),  # halves of UTF-16 pairs: no database stores them
    0xFEFF,  # byte-order mark
    *range(0xFFF9, 0xFFFC),  # interlinear annotation
)
_LINE_BREAKS = "\x0b\x0c\r\x85\u2028\u2029"
_SPACES = (
    "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)

CLEANED: dict[str, str] = (
    dict.fromkeys(map(chr, _INVISIBLE), "")
    | dict.fromkeys(_LINE_BREAKS, "\n")
    | dict.fromkeys(_SPACES, " ")
)
"""What scraping and word processors leave behind, and what stands for it in stored text."""
