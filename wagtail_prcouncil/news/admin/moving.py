"""Sections that are moved to another place in the tree."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.models import Page

from wagtail_prcouncil.news.models import SectionPage
from wagtail_prcouncil.news.slugs import refuse_shadowed


def refuse_shadowed_place(
    request: HttpRequest, page: Page, destination: Page
) -> HttpResponse | None:
    """A section stays where it is, rather than go where readers would not find it."""
    if not issubclass(page.specific_class or Page, SectionPage):
        return None
    try:
        refuse_shadowed(page.slug, destination)
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
        return redirect("wagtailadmin_pages:move", page.pk)
    return None
