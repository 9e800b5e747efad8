from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from wagtail_prcouncil.fields import CanonicalCharField
from wagtail_prcouncil.pages.translating import OwnOfEachLanguage

OPENING = "به گزارش "


class SourceCredit(models.Model):
    """منبع: the chain by which a news item came to its readers, link by link.

    They read it as one phrase, «به گزارش … به نقل از … از …», which the templates put together;
    so an outlet is stored without the words before it. Mixed into a page: its locale says in
    which language an agency is named.
    """

    source_outlet = CanonicalCharField(
        _("outlet"),
        max_length=300,
        blank=True,
        help_text=_("Who reports it; readers see «به گزارش …» before it."),
    )
    quoted_agency = models.ForeignKey(
        "prcouncil_directory.Agency",
        verbose_name=_("quoted agency"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Whom the outlet quotes: «به نقل از …»."),
    )
    quoted_source = CanonicalCharField(
        _("quoted source that is not in the register"), max_length=200, blank=True
    )
    quoted_url = models.URLField(_("address of the quoted text"), blank=True)
    dateline_place = CanonicalCharField(
        _("place"),
        max_length=100,
        blank=True,
        help_text=_("Where it is reported from, for example: «شیراز»."),
    )
    end_mark = CanonicalCharField(
        _("end mark"),
        max_length=60,
        blank=True,
        help_text=_("Printed as written after the text, for example: «انتهای پیام/ع»."),
    )

    locale: Locale
    is_republished: bool
    # A translation is nobody's words but ours.
    override_translatable_fields: ClassVar[list[Any]] = [OwnOfEachLanguage("is_republished")]

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Whoever is used to writing the whole line gets the phrase once, not twice."""
        super().clean()
        self.source_outlet = without_opening(self.source_outlet)

    @property
    def has_source(self) -> bool:
        return bool(self.source_outlet or self.quoted or self.dateline_place)

    @property
    def origin_url(self) -> str:
        """Where the very text comes from; empty when it was written here."""
        return self.quoted_url if self.is_republished else ""

    @property
    def quoted(self) -> str:
        """Who is quoted, for readers of the page's language; empty when nobody is."""
        if self.quoted_agency is None:
            return self.quoted_source
        return self.quoted_agency.name_in(self.locale.language_code)


def without_opening(line: str) -> str:
    """The outlet of a line that was written as readers saw it: «به گزارش روابط عمومی …»."""
    return line.strip().removeprefix(OPENING)


def with_outlet(content: dict[str, Any]) -> dict[str, Any]:
    """A revision's content from when the whole line was one field, `source_line`."""
    if "source_line" not in content or "source_outlet" in content:
        return content
    return content | {"source_outlet": without_opening(content["source_line"])}
