"""A card that leads to another page, here or elsewhere."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import PageChooserBlock, StructBlock, StructValue, URLBlock
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.models import Page

from wagtail_prcouncil.blocks.files import FILES
from wagtail_prcouncil.blocks.pictures import PictureChooserBlock, newest_pictures
from wagtail_prcouncil.blocks.words import PREVIEW, LineBlock, WordsBlock
from wagtail_prcouncil.pages.models import ReadableQuerySet
from wagtail_prcouncil.pages.privacy import is_open, tells_of_facts


class SpecificPageChooserBlock(PageChooserBlock):
    """Pages of their own types, which alone know their addresses: in a query for each type."""

    def bulk_to_python(self, values: Iterable[Any]) -> list[Page | None]:
        keys = list(values)
        pages = {page.pk: page for page in Page.objects.filter(pk__in=keys).specific()}
        together = _Together(list(pages.values()))
        for page in pages.values():
            page._prcouncil_together = together
        return [pages.get(key) for key in keys]


class _Together:
    """The pages that the cards of one body lead to: their translations, and which of them readers
    may see, are asked for at once, and not before a card needs one."""

    def __init__(self, pages: list[Page]) -> None:
        self.pages = pages
        self.translations: dict[int, dict[Any, Page]] = {}

    def translation(self, page: Page, locale_id: int) -> Page | None:
        if locale_id not in self.translations:
            keys = [other.translation_key for other in self.pages]
            group = ReadableQuerySet(Page).filter(translation_key__in=keys, locale_id=locale_id)
            found = group.readable().specific()
            self.translations[locale_id] = {other.translation_key: other for other in found}
        return self.translations[locale_id].get(page.translation_key)

    def shows(self, page: Page) -> bool:
        """Whether everybody may see it; of a private page not even the title shows."""
        return is_open(page) and page.pk in self._readable

    @cached_property
    def _readable(self) -> set[int]:
        """Not asked for again where all are of types that nothing but their place keeps."""
        keys = {page.pk for page in self.pages}
        if not any(tells_of_facts(type(page)) for page in self.pages):
            return keys
        return set(
            ReadableQuerySet(Page).filter(pk__in=keys).readable().values_list("pk", flat=True)
        )


class LinkCardBlock(StructBlock):
    """A way onward, with a few words about what is there."""

    page = SpecificPageChooserBlock(label=_("Page of this site"), required=False)
    url = URLBlock(
        label=_("Address elsewhere"),
        required=False,
        validators=[URLValidator(schemes=["https", "http"])],
        help_text=_("Begins with https://"),
    )
    title = LineBlock(
        label=_("Title"),
        max_length=200,
        required=False,
        help_text=_("Left empty, the title of the page of this site."),
    )
    text = WordsBlock(label=_("Words about it"), max_length=300, required=False)
    image = PictureChooserBlock(
        label=_("Picture"), required=False, help_text=_("An ornament; nobody is told of it.")
    )

    class Meta:
        icon = "link"
        label = _("Link card")
        description = _("A way onward, with a few words about what is there.")
        group = FILES
        template = "prcouncil_ui/blocks/link_card.html"
        preview_template = PREVIEW

    def clean(self, value: StructValue) -> StructValue:
        cleaned = super().clean(value)
        errors = {}
        if cleaned["page"] and cleaned["url"]:
            errors["url"] = ValidationError(
                _("A card leads to one place: take out the page or the address."), code="targets"
            )
        elif not self.is_deferred_validation:
            if not cleaned["page"] and not cleaned["url"]:
                errors["page"] = ValidationError(
                    _("Choose a page, or write an address below."), code="targets"
                )
            elif not cleaned["page"] and not cleaned["title"]:
                errors["title"] = ValidationError(
                    _("An address elsewhere needs a title."), code="required"
                )
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return cleaned

    def get_context(
        self, value: StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """`href`, `title` and `host`, empty where there is nothing that every reader may see."""
        context = super().get_context(value, parent_context)
        target = _here(value["page"], context.get("page"))
        if target is not None:
            href, host = target.get_url(context.get("request")) or "", ""
        else:
            href = "" if value["page"] else value["url"] or ""
            host = (urlsplit(href).hostname or "").removeprefix("www.")
        title = value["title"] or (target.title if target else "")
        return context | {"href": href, "host": host, "title": title}

    def get_preview_value(self) -> StructValue:
        return self.normalize(
            {
                "page": None,
                "url": "https://www.example.org/",
                "title": "سامانهٔ پیگیری طرح‌ها",
                "text": "پیشرفت هر طرح را با شمارهٔ آن ببینید.",
                "image": next(iter(newest_pictures(1)), None),
            }
        )


def _here(page: Page | None, shown: Page | None) -> Page | None:
    """The page in the language of the one that shows the card, where there is one to read, else
    the page itself; None where readers may not see that either."""
    if page is None:
        return None
    together: _Together = getattr(page, "_prcouncil_together", None) or _Together([page])
    if shown is not None and page.locale_id != shown.locale_id:
        translation = together.translation(page, shown.locale_id)
        if translation is not None:
            return translation
    return page if together.shows(page) else None
