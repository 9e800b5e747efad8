from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from wagtail_prcouncil.news.models import NewsPage


class MinistryImage(AbstractImage):
    """An image model of the site's own, as many sites have."""

    admin_form_fields = Image.admin_form_fields


class MinistryRendition(AbstractRendition):
    image = models.ForeignKey(MinistryImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]


class MinistryNewsPage(NewsPage):
    """The usual way to extend: a subclass of the concrete page with a field more."""

    press_contact = models.CharField(max_length=100, blank=True)

    content_panels = [*NewsPage.content_panels, "press_contact"]
