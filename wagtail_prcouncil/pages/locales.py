"""Which language a request without a page of its own is in."""

from wagtail.models import Locale


def active_locale() -> Locale | None:
    """The locale of the active language, else the site's default, else any there is.

    Wagtail's own answer is an exception on a site that added its languages later and has no
    locale for LANGUAGE_CODE; the check `prcouncil_pages.W001` tells its makers, readers get a
    page.
    """
    try:
        return Locale.get_active()
    except Locale.DoesNotExist:
        return Locale.objects.order_by("pk").first()
