from django.db import models

from wagtail_prcouncil.news.models import NewsPage


class MinistryNewsPage(NewsPage):
    """The usual way to extend: a subclass of the concrete page with a field more."""

    press_contact = models.CharField(max_length=100, blank=True)

    content_panels = [*NewsPage.content_panels, "press_contact"]
