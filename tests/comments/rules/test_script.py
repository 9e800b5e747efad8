"""A small table of our own sentences: no measure of accuracy, but of what must not get worse."""

import time

import pytest
from hypothesis import given

from tests.persian.strings import ANY_TEXT, ATTACKS
from wagtail_prcouncil.comments.rules.script import script_of
from wagtail_prcouncil.comments.states import Script

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    "text",
    [
        "با سلام، لطفاً به وضعیت آب روستای ما رسیدگی کنید.",
        "سلام بر حسین",
        "لطفا به سايت سازمان رسيدگي كنيد",
        "اين كار خيلي خوب است",
        "سپاس فراوان از همکاران",
        "خدا قوت به همه",
        "داداش دمت گرم واقعا گل کاشتی",
        "تقاضای افزایش حقوق بازنشستگان کشوری",
        "مسأله رأی مردم تأثیر دارد",
        "دايرة المعارف بزرگ را چاپ كنيد",
        "متأسفانه مدیریت منابع آب منطقه ضعیف",
        "جهت اطلاع همکاران گرامی ارسال گردید",
        "اللهم صل علی محمد و آل محمد",
        "الحمدلله رب العالمین",
        "السلام علیکم و رحمة الله",
        "السلام علیک یا اباعبدالله",
        "ان‌شاءالله موفق باشید",
        "یا حسین مظلوم",
        "لبیک یا خامسا",
        "ماشاءالله به این همت",
        "کلاهبڕدار کجاست ای مسئول محترم",
        "سایت https://example.ir/abc/def باز نمی‌شود",
        "هوا سرده پس کی گاز میاد",
    ],
)
def test_persian(text: str) -> None:
    assert script_of(text) == Script.PERSIAN


@pytest.mark.parametrize(
    ("script", "text"),
    [
        (Script.MIXED, "سامانه CRM و API شما کار نمی‌کند"),
        (Script.LATIN, "this site does not work in the morning"),
        (Script.LATIN, "Bu sayt heç açılmır"),
        (Script.FINGLISH, "salam chera site baz nemishe"),
        (Script.FINGLISH, "mersi az zahmatetun kheili khub bud"),
        (Script.URDU, "یہ بہت اچھی خبر ہے"),
        (Script.URDU, "حکومت کو چاہیے کہ توجہ دے"),
        (Script.KURDISH, "ئەم هەواڵە زۆر باشە"),
        (Script.KURDISH, "سوپاس بۆ ئێوە"),
        (Script.PASHTO, "دا ډېر ښه خبر دی"),
        (Script.PASHTO, "زموږ په کلي کې اوبه نشته"),
        (Script.ARABIC, "هذا الخبر جيد جدا شكرا لكم"),
        (Script.ARABIC, "نحن نطالب الحكومة بحل المشكلة"),
        (Script.AZERI, "بیزیم کندده سو یوخدور"),
        (Script.AZERI, "چوخ گؤزل اولدو تشکور ائدیرم"),
        (Script.OTHER, "Хабари хуб аст, ташаккур"),
        (Script.SHORT, "عالیه"),
        (Script.SHORT, "ok"),
        (Script.NONE, "👏👏 ۲۰"),
        (Script.NONE, ""),
    ],
)
def test_others(script: Script, text: str) -> None:
    assert script_of(text) == script


@given(text=ANY_TEXT)
def test_something_is_said_of_any_string(text: str) -> None:
    assert script_of(text) in Script


@pytest.mark.parametrize("piece", [*ATTACKS, "السلام علیکم یا ", "a.", "a-", "h:", "و "], ids=ascii)
def test_no_text_takes_long(piece: str) -> None:
    """T21"""
    start = time.process_time()
    script_of((piece * 3_000)[:3_000])
    assert time.process_time() - start < 0.05
