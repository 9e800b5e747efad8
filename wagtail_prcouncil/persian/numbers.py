"""Numbers as Persian readers see them: ۱٬۲۳۴٬۵۶۷٫۸۹."""

from decimal import Decimal

from wagtail_prcouncil.persian.digits import to_persian
from wagtail_prcouncil.persian.errors import PersianError

# Every float fits; a Decimal such as 1E+999999999 would otherwise fill the memory with zeros.
_MOST_DIGITS = 400
_SEPARATORS = str.maketrans({",": "٬", ".": "٫", "-": "\u200e\u2212"})


def format_number(value: int | float | Decimal) -> str:
    """Persian digits in groups of three by ٬, the fraction after ٫, never an exponent.

    A Decimal keeps the places it has; a float prints its shortest form, without a fraction when
    it has none. The minus follows CLDR for fa: a left-to-right mark and U+2212, so that it stays
    on the left of its number in Persian text.

    Raises PersianError: ``not_a_number`` for NaN and the infinities, ``number_out_of_range``
    for more than 400 places on either side.
    """
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        raise PersianError("not_a_number", "neither NaN nor an infinity is a quantity")
    exponent = number.as_tuple().exponent
    if number.adjusted() > _MOST_DIGITS or (isinstance(exponent, int) and exponent < -_MOST_DIGITS):
        raise PersianError("number_out_of_range", f"more than {_MOST_DIGITS} places")
    if isinstance(value, float) and number == number.to_integral_value():
        number = number.to_integral_value()
    return to_persian(f"{number or abs(number):,f}".translate(_SEPARATORS))
