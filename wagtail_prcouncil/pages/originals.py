"""Facts have no language (rule A18): which page of a translation group carries them."""

from django.conf import settings
from django.db.models import Case, IntegerField, Value, When
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Page


def original(page: Page) -> Page:
    """The page of `page`'s translation group on which fact rows hang.

    The one in the site's default language, else the oldest. An alias stands for the page it
    mirrors. Costs one query, none for a page that is known to be in the default language; the
    answer is of the same class as `page`.
    """
    if page.alias_of_id:
        return original(page.alias_of.specific)
    if Page.locale.is_cached(page) and page.locale.language_code == default_language():
        return page
    group = type(page)._base_manager.filter(
        translation_key=page.translation_key, alias_of__isnull=True
    )
    return group.order_by(rank(), "pk").first() or page


def rank() -> Case:
    """By which, and then by key, the pages of a group are ordered to have the original first."""
    return Case(
        When(locale__language_code=default_language(), then=Value(0)),
        default=Value(1),
        output_field=IntegerField(),
    )


def default_language() -> str:
    """Language code of the locale that originals are in, where there is one."""
    return get_supported_content_language_variant(settings.LANGUAGE_CODE)
