from typing import Any

from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.persian.text import canonical
from wagtail_prcouncil.ui.forms import PRCouncilPageForm


class NewsPageForm(PRCouncilPageForm):
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
        cleaned = super().clean()
        needs_alt = cleaned.get("hero_image") and not cleaned.get("hero_alt")
        if needs_alt and not self.is_deferred_validation:
            self.add_error("hero_alt", _("Describe the picture for readers who cannot see it."))
        return cleaned

    def clean_tags(self) -> list[str]:
        """One tag for «عمومي» and «عمومی»."""
        return list(dict.fromkeys(canonical(tag) for tag in self.cleaned_data["tags"]))
