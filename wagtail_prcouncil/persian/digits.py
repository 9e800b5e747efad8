"""The three digit systems met in Iranian text: ASCII 123, Persian ۱۲۳, Arabic-Indic ١٢٣."""

ASCII = "0123456789"
PERSIAN = "۰۱۲۳۴۵۶۷۸۹"
ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"

_TO_ASCII = str.maketrans(PERSIAN + ARABIC_INDIC, ASCII + ASCII)
_TO_PERSIAN = str.maketrans(ASCII + ARABIC_INDIC, PERSIAN + PERSIAN)


def to_ascii(text: str) -> str:
    """Text for machines (ids, URLs, parsing): Persian and Arabic-Indic digits become ASCII."""
    return text.translate(_TO_ASCII)


def to_persian(value: object) -> str:
    """What a reader of a Persian page sees: every digit of ``str(value)`` becomes Persian."""
    return str(value).translate(_TO_PERSIAN)
