import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.persian.strings import ANY_TEXT
from wagtail_prcouncil.persian.slugs import slugify


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        (
            "جلسهٔ ۷۳ شورای هماهنگی روابط‌عمومی‌ها (وزارت كار)",
            "جلسه-73-شورای-هماهنگی-روابط-عمومی-ها-وزارت-کار",
        ),
        ("مُلّت و سـلام", "ملت-و-سلام"),
        ("رأی مسئولان آینده", "رأی-مسئولان-آینده"),
        ("Press Release: No. 5 — «خبر»", "press-release-no-5-خبر"),
        ("نامه_ها؟!", "نامه-ها"),
        ("کار‌آفرین", "کارآفرین"),
        ("Café ½", "café-1-2"),
        ("…", ""),
        ("", ""),
    ],
)
def test_slug(title: str, slug: str) -> None:
    assert slugify(title) == slug


def test_arabic_and_persian_keyboards_give_one_slug() -> None:
    assert slugify("شوراي هماهنگي كشور ١٤٠١ جلسۀ") == slugify("شورای هماهنگی کشور ۱۴۰۱ جلسهٔ")


def test_cut_at_a_word() -> None:
    assert slugify("وزارت کار و رفاه", limit=12) == "وزارت-کار-و"
    assert slugify("وزارت کار و رفاه", limit=11) == "وزارت-کار-و"
    assert slugify("وزارت کار و رفاه", limit=10) == "وزارت-کار"
    assert slugify("وزارتخانه", limit=5) == "وزارت"
    assert slugify("وزارت", limit=0) == ""


@given(ANY_TEXT, st.integers(min_value=1, max_value=70))
def test_always_a_slug_of_django_within_the_limit(text: str, limit: int) -> None:
    slug = slugify(text, limit=limit)

    assert len(slug) <= limit
    # The pattern of django.core.validators.validate_unicode_slug.
    assert slug == "" or re.fullmatch(r"[-\w]+", slug)
    assert slug == slug.lower()
    assert slugify(slug, limit=limit) == slug
