"""`{% load prcouncil_charters %}`: words of charters in the language of the page."""

from django import template
from django.utils.translation import get_language_info

from wagtail_prcouncil.charters.public.changes import TONES as CHANGE_TONES
from wagtail_prcouncil.charters.public.reviews import TONES as VERDICT_TONES
from wagtail_prcouncil.charters.states import Change, Verdict

register = template.Library()


@register.simple_tag
def prc_change_tone(kind: str) -> str:
    """The tone of what became of a clause: see components/status.html."""
    return CHANGE_TONES[Change(kind)]


@register.simple_tag
def prc_verdict_tone(verdict: str) -> str:
    """The tone of what was found of an agency: see components/status.html."""
    return VERDICT_TONES[Verdict(verdict)]


@register.simple_tag
def prc_language_name(code: str) -> str:
    """What a language is called in the active one: "Persian", «فارسی»."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code
