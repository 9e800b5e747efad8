from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from wagtail_prcouncil.pages.facets import facets_of


class ThreadQuerySet(models.QuerySet["Thread"]):
    def of(self, page: Page) -> Self:
        """That of the page; an alias shows the thread of the page it mirrors."""
        return self.filter(page=page.alias_of_id or page.pk)


class Thread(models.Model):
    """The conversation below one page, in the page's language (rule A18: threads are per page).

    It is made with the first comment and outlives the page, whose title it keeps. Section, agency,
    province and councils are plain ids, as the page had them when the last comment came.
    `approved` is how many comments readers see; `version` grows with whatever they see changed,
    so that what is kept of the thread is known to be old.
    """

    page = models.OneToOneField(
        Page,
        verbose_name=_("page"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="reader_comments",
    )
    page_title = models.CharField(_("title of the page"), max_length=255)
    section_id = models.PositiveBigIntegerField(_("section"), null=True)
    agency_id = models.PositiveBigIntegerField(_("agency"), null=True)
    province_id = models.PositiveBigIntegerField(_("province"), null=True)
    council_ids = models.JSONField(_("councils"), default=list)
    approved = models.PositiveIntegerField(_("published comments"), default=0)
    version = models.PositiveIntegerField(_("version"), default=0)

    objects = ThreadQuerySet.as_manager()

    class Meta:
        verbose_name = _("thread")
        verbose_name_plural = _("threads")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["section_id"], name="commentthread_section"),
            models.Index(fields=["agency_id"], name="commentthread_agency"),
        ]

    def __str__(self) -> str:
        return self.page_title

    def refile(self, page: Page) -> None:
        """Take over what the page is called and about now."""
        facets = facets_of(page)
        self.page_title = page.title
        self.section_id, self.agency_id = facets.section_id, facets.agency_id
        self.province_id, self.council_ids = facets.province_id, list(facets.council_ids)
