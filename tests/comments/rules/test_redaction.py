from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.rules.redaction import MARK, proposed, proposed_name


def test_each_piece_of_personal_data_is_marked() -> None:
    comment = ReaderComment(
        text="پیش از ویرایش",
        public_text="با ۰۹۱۲ ۱۲۳ ۴۵ ۶۷ یا ali@example.ir تماس بگیرید، کد ملی 0499370899.",
    )
    assert proposed(comment) == f"با {MARK} یا {MARK} تماس بگیرید، کد ملی {MARK}."
    assert MARK == "[حذف شده]"


def test_nothing_is_proposed_where_there_is_nothing() -> None:
    text = "بودجهٔ ۱۴۰۳ معادل ۵٬۰۰۰٬۰۰۰٬۰۰۰ ریال بود."
    assert proposed(ReaderComment(text=text, public_text=text)) == text


def test_of_a_name_too() -> None:
    assert proposed_name(ReaderComment(name="رضا ۰۹۱۲۱۲۳۴۵۶۷")) == f"رضا {MARK}"
    assert proposed_name(ReaderComment(name="شهروند")) == "شهروند"
