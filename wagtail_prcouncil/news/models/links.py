from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.models import Orderable


class NewsTag(TaggedItemBase):
    """A reader's keyword on a news item.

    `published_at` repeats the item's: a tag's list in order of time is read from one index.
    """

    content_object = ParentalKey(
        "prcouncil_news.NewsPage", on_delete=models.CASCADE, related_name="tagged_items"
    )
    published_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["tag", "published_at", "content_object"], name="newstag_published")
        ]


class RelatedNews(Orderable):
    """Another item that an editor set beside this one; readers see it where they may."""

    page = ParentalKey(
        "prcouncil_news.NewsPage", on_delete=models.CASCADE, related_name="related_links"
    )
    related = models.ForeignKey(
        "prcouncil_news.NewsPage",
        verbose_name=_("related item"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    class Meta(Orderable.Meta):
        verbose_name = _("related item")
        verbose_name_plural = _("related items")
