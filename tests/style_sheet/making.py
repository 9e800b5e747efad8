"""A small site whose style sheet page looks the same on every day and machine."""

import datetime as dt
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage

from tests.making import SmallSite, news_at, small_site

COLOURS = ("#2f6f73", "#a0522d", "#4a5d8a", "#6b7d3a", "#8a4a6b", "#3a6b8a")
AT = dt.datetime(2026, 11, 22, 6, 10, tzinfo=dt.UTC)


def picture(number: int) -> AbstractImage:
    """A hill before the sky: plain areas, which compress well and show a wrong crop."""
    image = Image.new("RGB", (1200, 800), "#d8e4e8")
    draw = ImageDraw.Draw(image)
    draw.polygon([(0, 800), (300 + 90 * number, 260), (1200, 800)], fill=COLOURS[number])
    draw.ellipse([900 - 90 * number, 90, 1040 - 90 * number, 230], fill="#f2c14e")
    file = BytesIO()
    image.save(file, "PNG")
    name = f"hill-{number}.png"
    return get_image_model().objects.create(
        title=f"تصویر {number}", file=ContentFile(file.getvalue(), name)
    )


def styled_site() -> SmallSite:
    """Six pictures, and three news in each language, of which the newest is whole."""
    site = small_site()
    pictures = [picture(number) for number in range(len(COLOURS))]
    for n, title in enumerate(["کارگاه ساده‌نویسی", "ضابطهٔ پاسخ‌گویی", "گزارش طرح‌های آبی"]):
        at = AT - dt.timedelta(days=2 - n)
        page = news_at(
            site,
            at,
            title=title,
            slug=f"item-{n}",
            hero_image=pictures[n],
            source_outlet="پایگاه خبری وزارت نمونه",
            dateline_place="البرز",
        )
        english = ["A workshop on plain language", "Rules of answering", "Water projects"][n]
        news_at(
            site,
            at,
            english_of=page,
            title=english,
            slug=f"item-{n}",
            hero_image=pictures[n],
            lead="The lead in one sentence.",
            source_outlet="Ministry of Example news desk",
            dateline_place="Alborz",
            body=[("paragraph", "<p>The text.</p>")],
        )
    return site
