from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from wagtail_prcouncil.audience.states import Period, Scope


class MostRead(models.Model):
    """A place in a most read list, computed by the clock.

    `about_id` is the section, agency, province or council (of whose agencies the pages are) that
    the list is about, 0 for the whole site. More places are kept than shown: those whose page may
    no longer be read, or is no longer put forward, are passed over by whoever shows the list.
    """

    site_id = models.PositiveBigIntegerField(_("site"))
    locale_id = models.PositiveBigIntegerField(_("language"))
    scope = models.CharField(_("scope"), max_length=10, choices=Scope.choices)
    about_id = models.PositiveBigIntegerField(_("what it is about"), default=0)
    period = models.CharField(_("period"), max_length=10, choices=Period.choices)
    rank = models.PositiveSmallIntegerField(_("rank"))
    page = models.ForeignKey(
        Page,
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        related_name="prcouncil_most_read",
    )
    views = models.PositiveBigIntegerField(_("views"))

    class Meta:
        verbose_name = _("most read")
        verbose_name_plural = _("most read")
        constraints = [
            models.UniqueConstraint(
                fields=["site_id", "locale_id", "scope", "about_id", "period", "rank"],
                name="prcouncil_most_read_place",
            )
        ]

    def __str__(self) -> str:
        return f"{self.scope} {self.about_id}, {self.period}: {self.rank}. {self.page_id}"
