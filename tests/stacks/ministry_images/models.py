from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class MinistryImage(AbstractImage):
    """An image model of the site's own, as many sites have."""

    admin_form_fields = Image.admin_form_fields


class MinistryRendition(AbstractRendition):
    image = models.ForeignKey(MinistryImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]
