from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from taggit.models import Tag

from wagtail_prcouncil.news.models.links import NewsTag
from wagtail_prcouncil.news.models.news import AbstractNewsPage


class NewsPage(AbstractNewsPage):
    """خبر: what readers come for."""

    tags = ClusterTaggableManager(through=NewsTag, blank=True, verbose_name=_("tags"))

    promote_panels = [*AbstractNewsPage.promote_panels, "tags"]

    class Meta(AbstractNewsPage.Meta):
        verbose_name = _("news item")
        verbose_name_plural = _("news items")
        # Here and not in the abstract class, from which a site's subclasses would inherit them for
        # columns that are not in their own table (models.E016).
        indexes = [
            models.Index(fields=["published_at", "page_ptr"], name="newspage_published"),
            models.Index(fields=["section", "published_at"], name="newspage_section"),
            models.Index(fields=["agency", "published_at"], name="newspage_agency"),
            models.Index(fields=["province", "published_at"], name="newspage_province"),
            models.Index(fields=["embargoed_until"], name="newspage_embargo"),
            models.Index(fields=["modified_at"], name="newspage_modified"),
            models.Index(fields=["title_key"], name="newspage_title_key"),
        ]

    @cached_property
    def keywords(self) -> list[Tag]:
        """The tags, read once for all that shows them."""
        return list(self.tags.all())
