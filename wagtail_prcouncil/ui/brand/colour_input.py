"""A text field for a colour, with the browser's own palette beside it where scripts run."""

from typing import Any

from django.forms import TextInput
from django.forms.widgets import Media, Script


class ColourInput(TextInput):
    """`unset` is the colour that holds while the field is empty; the palette begins with it."""

    template_name = "prcouncil_ui/widgets/colour_input.html"

    def __init__(self, unset: str, attrs: dict[str, Any] | None = None) -> None:
        written = {"dir": "ltr", "placeholder": unset, "autocomplete": "off", "spellcheck": "false"}
        super().__init__(written | (attrs or {}))
        self.unset = unset

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["unset"] = self.unset
        return context

    @property
    def media(self) -> Media:
        script: Any = Script("prcouncil_ui/colour-input.js", type="module")
        return Media(css={"all": ["prcouncil_ui/colour-input.css"]}, js=[script])
