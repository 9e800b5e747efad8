"""Numbers as Persian readers see them: ۱٬۲۳۴٬۵۶۷٫۸۹."""

from decimal import Decimal

from wagtail_prcouncil.persian.digits import to_persian
from wagtail_prcouncil.persian.errors import PersianError
from wagtail_prcouncil.persian.letters import ZWNJ

# Every float fits; a Decimal such as 1E+999999999 would otherwise fill the memory with zeros.
_MOST_DIGITS = 400
_SEPARATORS = str.maketrans({",": "٬", ".": "٫", "-": "\u200e\u2212"})


_CARDINALS = (
    "صفر یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده"
).split()
_TENS = "بیست سی چهل پنجاه شصت هفتاد هشتاد نود".split()
_IRREGULAR = {2: "دوم", 3: "سوم", 30: f"سی{ZWNJ}ام"}
_UNJOINED = "اآدذرزژو"  # letters after which the next one stands apart by itself


def ordinal(number: int) -> str:
    """«نخست», «سوم», «هفتادوچهارم»: terms and meetings are counted so. In digits above 99."""
    if number == 1:
        return "نخست"
    if not 0 < number < 100:
        return f"{to_persian(number)}{ZWNJ}ام"
    tens, ones = divmod(number, 10)
    if number < 20 or not ones:
        word = _CARDINALS[number] if number < 20 else _TENS[tens - 2]
        return _IRREGULAR.get(number, f"{word}م")
    before = _TENS[tens - 2]
    joint = "و" if before[-1] in _UNJOINED else f"{ZWNJ}و"
    return f"{before}{joint}{_IRREGULAR.get(ones, f'{_CARDINALS[ones]}م')}"


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
