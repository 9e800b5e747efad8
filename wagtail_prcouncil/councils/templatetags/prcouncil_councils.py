"""`{% load prcouncil_councils %}`: words of seats, persons and terms in the language of the page.

They are one row each for all languages (rule A18). Where one has no English words, an English page
shows the Persian ones and says so to browsers and screen readers.
"""

import datetime as dt
import re

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext

from wagtail_prcouncil.councils.models import Appointment, Seat, Term
from wagtail_prcouncil.councils.public import titles
from wagtail_prcouncil.councils.public.known_days import as_known
from wagtail_prcouncil.councils.states import Precision, Role
from wagtail_prcouncil.directory.models import Agency, Person
from wagtail_prcouncil.directory.public.addresses import agency_url
from wagtail_prcouncil.persian.letters import ARABIC_SCRIPT
from wagtail_prcouncil.persian.numbers import ordinal
from wagtail_prcouncil.ui.dates import displayed, machine_readable
from wagtail_prcouncil.ui.languages import PageLanguage, page_in, page_language

register = template.Library()

_PERSIAN = re.compile(f"[{ARABIC_SCRIPT}]")


@register.simple_tag(takes_context=True)
def prc_person(context: template.Context, person: Person) -> SafeString:
    """The name with its honorific."""
    language = _language(context)
    return _in(language, person.full_name_in(language.code), bool(person.name_en))


@register.simple_tag(takes_context=True)
def prc_seat(context: template.Context, seat: Seat) -> SafeString:
    """What a seat is called."""
    language = _language(context)
    is_ours = bool(seat.label_en) or not seat.label
    if not seat.label and seat.role == Role.MEMBER and seat.agency is not None:
        is_ours = bool(seat.agency.name_en)
    return _in(language, capfirst(seat.name_in(language.code)), is_ours)


@register.simple_tag(takes_context=True)
def prc_post(context: template.Context, stay: Appointment) -> SafeString:
    """The title under which somebody sits or sat: the letter's, else what the seat is and for
    whom."""
    language = _language(context)
    own = stay.own_title_in(language.code)
    if own:
        return _in(language, capfirst(own), bool(stay.title_en))
    seat, agency = stay.seat, stay.on_behalf_of
    is_ours = bool(seat.label_en) or not seat.label
    post = _in(language, capfirst(seat.post_in(language.code)), is_ours)
    if agency is None:
        return post
    name = _in(language, agency.name_in(language.code), bool(agency.name_en))
    return format_html("{}{}{}", post, pgettext("between names", ", "), name)


@register.simple_tag(takes_context=True)
def prc_own_title(context: template.Context, stay: Appointment) -> SafeString:
    """The person's own title in the letter; empty where it says none."""
    language = _language(context)
    return _in(language, stay.own_title_in(language.code), bool(stay.title_en))


@register.simple_tag(takes_context=True)
def prc_seat_beside(context: template.Context, stay: Appointment) -> SafeString:
    """The seat's name beside an own title; empty where that says it, or there is none."""
    left = titles.seat_beside(stay, _language(context).code)
    return prc_seat(context, stay.seat) if left else SafeString()


@register.simple_tag(takes_context=True)
def prc_agency_beside(context: template.Context, stay: Appointment) -> SafeString:
    """The name of the agency somebody sits for; empty where the own title says it."""
    language, agency = _language(context), stay.on_behalf_of
    name = titles.agency_beside(stay, language.code)
    return _in(language, name, bool(agency and agency.name_en))


@register.simple_tag(takes_context=True)
def prc_capacity(context: template.Context, stay: Appointment) -> str:
    """As what somebody sits; empty for full holders, and where the own title says it."""
    return titles.capacity_beside(stay, _language(context).code)


@register.simple_tag(takes_context=True)
def prc_persian(context: template.Context, words: str) -> SafeString:
    """What is written down once for all languages, as a rule in Persian: where a meeting was."""
    return _in(_language(context), words, is_translated=not _PERSIAN.search(words))


@register.simple_tag(takes_context=True)
def prc_in_persian(context: template.Context, words: str) -> SafeString:
    """The attributes of an element that holds such words: none where the page is Persian, or the
    words are not."""
    is_foreign = not _language(context).is_persian and _PERSIAN.search(words)
    return mark_safe(' lang="fa" dir="rtl"') if is_foreign else SafeString()


@register.simple_tag(takes_context=True)
def prc_term(context: template.Context, term: Term) -> str:
    """«دورهٔ سوم», "Term 3"."""
    is_persian = _language(context).is_persian
    return gettext("Term %(number)s") % {
        "number": ordinal(term.number) if is_persian else term.number
    }


@register.simple_tag(takes_context=True)
def prc_known(context: template.Context, day: dt.date | None, precision: str) -> str:
    """A day as far as it is known; only one that is known as such is told to machines."""
    if day is None:
        return ""
    language = _language(context)
    if precision != Precision.DAY:
        return as_known(day, precision, language)
    words = displayed(day, "short", language)
    return format_html('<time datetime="{}">{}</time>', machine_readable(day), words)


@register.simple_tag(takes_context=True)
def prc_mark(context: template.Context, seat: Seat, person: Person) -> str:
    """What stands in the small mark of a seat without a picture: the office, else initials, apart
    from each other."""
    short = {
        Role.CHAIR: pgettext("in a small mark", "Chair"),
        Role.VICE_CHAIR: pgettext("in a small mark", "Vice"),
        Role.SECRETARY: pgettext("in a small mark", "Secr."),
    }
    if seat.role in short:
        return short[Role(seat.role)]
    return prc_initials(context, person)


@register.simple_tag(takes_context=True)
def prc_initials(context: template.Context, person: Person) -> str:
    """Of the first and the last word of a name, apart from each other."""
    words = person.name_in(_language(context).code).split()
    ends = words[:1] + words[-1:] if len(words) > 1 else words
    return " ".join(word[0] for word in ends)


@register.simple_tag(takes_context=True)
def prc_agency_address(context: template.Context, agency: Agency | None) -> str:
    """Where readers find an agency's profile; empty without a public register."""
    page, request = page_in(context), context.get("request")
    if agency is None or page is None or request is None:
        return ""
    return agency_url(agency, request, page.locale_id)


def _language(context: template.Context) -> PageLanguage:
    return page_language(page_in(context))


def _in(language: PageLanguage, words: str, is_translated: bool) -> SafeString:
    escaped = str(conditional_escape(words)).replace("\n", "<br>")
    text = mark_safe(escaped)  # noqa: S308 - escaped above
    if language.is_persian or is_translated or not words:
        return text
    return format_html('<bdi lang="fa" dir="rtl">{}</bdi>', text)
