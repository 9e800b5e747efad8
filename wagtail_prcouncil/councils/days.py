"""Which days a council can mean: what lies outside is a slip of the pen."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from wagtail_prcouncil.persian.jalali import to_gregorian
from wagtail_prcouncil.ui.dates import displayed
from wagtail_prcouncil.ui.languages import page_language

# No council of a ministry is older; what lies further ahead nobody can have meant.
FIRST_DAY, LAST_DAY = to_gregorian(1280, 1, 1), to_gregorian(1480, 1, 1)


def check_day(day: dt.date) -> None:
    """Raise ValidationError for a day that no list could show, or that nobody can have meant."""
    if not FIRST_DAY <= day < LAST_DAY:
        first = displayed(FIRST_DAY, "short", page_language(None))
        sentence = gettext("Write a day after %(day)s, and none far ahead.")
        raise ValidationError(sentence % {"day": first})
