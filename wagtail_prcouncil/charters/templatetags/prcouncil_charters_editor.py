"""`{% load prcouncil_charters_editor %}`: what panels of the editing screen tell."""

from typing import Any

from django import template

from wagtail_prcouncil.charters.admin.adopted import Adopted, adopted
from wagtail_prcouncil.charters.admin.labelling import Level, levels_of
from wagtail_prcouncil.charters.models import CharterVersion

register = template.Library()


@register.simple_tag
def prc_adopted(version: CharterVersion, user: Any) -> Adopted:
    """Of the version that holds the words of a page."""
    return adopted(version, user)


@register.simple_tag
def prc_label_levels(page: Any) -> list[Level]:
    """By which labels can be proposed for a page, level by level."""
    return levels_of(page)
