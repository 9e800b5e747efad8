"""Words that a site may begin its list with, if it likes. What counts as an insult is for a council
to say, so the list is short, holds no word of abuse, and is in use only once somebody adds it.

Left out on purpose is what ordinary comments say as well: «ابله», which looks like «آبله»; «نفهم»,
since readers write «نفهمیدم»; «وام» and «ارز دیجیتال», which are the news themselves.
"""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.comments.states import Hold, Urgency


class WordKind(NamedTuple):
    """Words that are called the same and put a comment in the same place of the queue."""

    name: str
    label: Promise
    placed: Promise
    code: Hold
    urgency: Urgency
    words: tuple[str, ...]


STARTING_LIST = (
    WordKind(
        "accusations",
        _("Accusations"),
        _("They put a comment before the others: it may be libel, or a report."),
        Hold.ACCUSATION,
        Urgency.URGENT,
        (
            "دزد",
            "رشوه",
            "اختلاس",
            "کلاهبردار",
            "رانت",
            "رانت‌خوار",
            "پول‌شویی",
            "زمین‌خوار",
            "باج‌گیر",
            "حیف و میل",
        ),
    ),
    WordKind(
        "insults",
        _("Insults"),
        _("They leave a comment its turn."),
        Hold.WORD,
        Urgency.NORMAL,
        ("احمق", "بی‌شعور", "بی‌شرف", "بی‌حیا", "کودن", "وقیح", "خائن"),
    ),
    WordKind(
        "advertising",
        _("Advertising"),
        _("It puts a comment behind the others."),
        Hold.WORD,
        Urgency.LATER,
        (
            "شرط‌بندی",
            "کازینو",
            "بازی انفجار",
            "وام فوری",
            "وام بدون ضامن",
            "کسب درآمد در منزل",
            "درآمد دلاری",
            "خرید فالوور",
            "سیگنال خرید",
            "قرص لاغری",
            "فیلترشکن رایگان",
            "فروش مدرک",
        ),
    ),
)
