"""Which language a request without a page of its own is in."""

from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Locale


def active_locale(request: HttpRequest | None = None) -> Locale | None:
    """The locale of the active language, else the site's default, else any there is; asked for
    once for a language of a `request`.

    Wagtail's own answer is an exception on a site that added its languages later and has no
    locale for LANGUAGE_CODE; the check `prcouncil_pages.W001` tells its makers, readers get a
    page.
    """
    if request is not None:
        known: dict[str | None, Locale | None] = request.__dict__.setdefault(
            "_prcouncil_locales", {}
        )
        language = get_language()
        if language not in known:
            known[language] = active_locale()
        return known[language]
    try:
        return Locale.get_active()
    except Locale.DoesNotExist:
        return Locale.objects.order_by("pk").first()
