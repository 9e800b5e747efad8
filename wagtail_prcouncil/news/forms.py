from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import CopyForm

from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.directory.new_use import RefusesClosedAgencies
from wagtail_prcouncil.news.announcing import AsksWhatChanged
from wagtail_prcouncil.news.slugs import refuse_shadowed
from wagtail_prcouncil.persian.text import canonical
from wagtail_prcouncil.ui.forms import PRCouncilPageForm

# A body is in the register, and is chosen, or it is not, and is written: never both.
CHOSEN_OR_WRITTEN = {"agency": "agency_name", "quoted_agency": "quoted_source"}


class NewsPageForm(AsksWhatChanged, RefusesClosedAgencies, PRCouncilPageForm):
    """Lets an editor leave the slug empty: recurring headlines get one that differs."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = _(
                "Words of the address after the news code. Leave it empty and it is made of "
                "the headline."
            )

    def clean(self) -> dict[str, Any]:
        """A picture must be told to those who cannot see it, at the latest when it goes out."""
        super().clean()
        cleaned = self.cleaned_data
        needs_alt = cleaned.get("hero_image") and not cleaned.get("hero_alt")
        if needs_alt and not self.is_deferred_validation:
            self.add_error("hero_alt", _("Describe the picture for readers who cannot see it."))
        needs_origin = cleaned.get("is_republished") and not cleaned.get("quoted_url")
        if needs_origin and "quoted_url" not in self.errors and not self.is_deferred_validation:
            self.add_error("quoted_url", _("Say where the original of this text stands."))
        for chosen, written in CHOSEN_OR_WRITTEN.items():
            if cleaned.get(chosen) and cleaned.get(written):
                self.add_error(written, _("Choose it from the register or write it, not both."))
        self._follow_agency(cleaned)
        return cleaned

    def _follow_agency(self, cleaned: dict[str, Any]) -> None:
        """Another agency brings its province, unless the editor says which."""
        before = self.initial.get("agency")
        if before is None or {"agency", "province"} & set(self.changed_data) != {"agency"}:
            return
        left = Agency.objects.filter(pk=before).values_list("province", flat=True)
        if self.initial.get("province") in left:
            agency = cleaned.get("agency")
            cleaned["province"] = agency.province if agency else None

    def clean_tags(self) -> list[str]:
        """One tag for «عمومي» and «عمومی»."""
        return list(dict.fromkeys(canonical(tag) for tag in self.cleaned_data["tags"]))


class SectionPageForm(PRCouncilPageForm):
    """Refuses a slug at whose address stands something else."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if "slug" in cleaned:
            try:
                refuse_shadowed(cleaned["slug"], self.parent_page)
            except ValidationError as refusal:
                self.add_error("slug", refusal)
        return cleaned


class SectionCopyForm(CopyForm):
    """The same for a copy, which may stand elsewhere."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if "new_slug" in cleaned:
            parent = cleaned.get("new_parent_page") or self.page.get_parent()
            try:
                refuse_shadowed(cleaned["new_slug"], parent)
            except ValidationError as refusal:
                self.add_error("new_slug", refusal)
        return cleaned
