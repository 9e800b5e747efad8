"""Blocks that name rows of the directory, for streams of any feature.

A form that holds such a stream mixes in `new_use.RefusesClosedAgencies`: a block cannot know
what was chosen before.
"""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.blocks import SnippetChooserBlock

from wagtail_prcouncil.directory.admin.choosers import AgencyChooser
from wagtail_prcouncil.directory.models import Agency, Person
from wagtail_prcouncil.directory.models.named import Named
from wagtail_prcouncil.ui.languages import page_in, page_language


class _RowBlock(SnippetChooserBlock):
    """A chooser of one model, so that those who use it need not name the model."""

    chosen_model = ""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(self.chosen_model, **kwargs)

    def get_context(
        self, value: Named | None, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """With the name in the language of the page."""
        context = super().get_context(value, parent_context=parent_context)
        language = page_language(page_in(context)).code
        return context | {"name": self.name_in(value, language) if value else ""}

    def value_from_form(self, value: Any) -> Any:
        """None for a key that no row could have, where Wagtail's own would answer 500."""
        try:
            return super().value_from_form(value)
        except ValueError:
            return None

    def name_in(self, row: Any, language: str) -> str:
        return row.name_in(language)


class AgencyChooserBlock(_RowBlock):
    """An agency of the register. `with_closed` offers closed ones too, marked as such."""

    chosen_model = "prcouncil_directory.Agency"

    def __init__(self, *, with_closed: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.with_closed = with_closed

    @cached_property
    def widget(self) -> AgencyChooser:
        return AgencyChooser(with_closed=self.with_closed)

    def get_preview_value(self) -> Agency | None:
        """An agency of one's own register, if there is one."""
        return Agency.objects.active().by_name().first()

    class Meta:
        icon = "home"
        label = _("Agency")
        template = "prcouncil_directory/blocks/agency.html"
        preview_template = "prcouncil_ui/blocks/preview.html"


class PersonChooserBlock(_RowBlock):
    """A person of the directory."""

    chosen_model = "prcouncil_directory.Person"

    def name_in(self, row: Person, language: str) -> str:
        return row.full_name_in(language)

    def get_preview_value(self) -> Person | None:
        return Person.objects.by_name().first()

    class Meta:
        icon = "user"
        label = _("Person")
        template = "prcouncil_directory/blocks/person.html"
        preview_template = "prcouncil_ui/blocks/preview.html"
