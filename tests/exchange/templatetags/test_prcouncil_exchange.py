import pytest

from wagtail_prcouncil.exchange.templatetags.prcouncil_exchange import with_whole_days

pytestmark = pytest.mark.once


@pytest.mark.parametrize("day", ["2017-08-03", "1396/05", "۱۳۹۶/۰۵/۱۲"])
def test_a_day_is_kept_in_one_piece(day: str) -> None:
    shown = with_whole_days(f"«{day}» روز نیست.")
    assert shown == f'«<bdi class="prc-import__day" dir="ltr">{day}</bdi>» روز نیست.'


def test_whatever_else_a_cell_says_is_text() -> None:
    assert with_whole_days("<b>1403/01/01</b> 021-2017-08-03") == (
        '&lt;b&gt;<bdi class="prc-import__day" dir="ltr">1403/01/01</bdi>&lt;/b&gt; 021-2017-08-03'
    )
