"""Numbers inside sentences, in the digits of whoever reads them."""

from django.utils.translation import get_language

from wagtail_prcouncil.persian.digits import to_ascii, to_persian
from wagtail_prcouncil.persian.numbers import format_number


def in_numerals(value: float) -> str:
    """«۱٬۲۳۴» where Persian is the active language, "1,234" elsewhere."""
    return format_number(value) if (get_language() or "").startswith("fa") else f"{value:,}"


def in_digits(value: int) -> str:
    """The same of what is counted by nobody: years, numbers of papers. «۱۴۰۴», "1404"."""
    return to_persian(value) if (get_language() or "").startswith("fa") else str(value)


def in_reader_digits(label: str) -> str:
    """A number as it was printed, whatever its digits are: «۲-۱», "2-1"."""
    plain = to_ascii(label)
    return to_persian(plain) if (get_language() or "").startswith("fa") else plain
