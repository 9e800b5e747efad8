"""Fields of a public form, as the face draws them: `components/field.html`."""

from django.forms import BoundField
from django.forms.widgets import Select, Textarea, Widget
from django.utils.safestring import SafeString

DIRECTIONS = {
    "text": "auto",  # of what is typed
    "search": "auto",
    "email": "ltr",
    "url": "ltr",
    "tel": "ltr",
    "number": "ltr",
    "password": "ltr",
    "date": "ltr",
    "datetime-local": "ltr",
}
"""Inputs of one line, by type."""


def control(field: BoundField) -> SafeString:
    """The control alone. Django joins it to its help and its error (`aria-describedby`,
    `aria-invalid`); here it gets our class, and what is typed its direction."""
    widget = field.field.widget
    direction = _direction(widget)
    attributes: dict[str, str | bool] = {}
    if direction or isinstance(widget, Select):
        attributes["class"] = f"prc-input {widget.attrs.get('class', '')}".strip()
    if direction and "dir" not in widget.attrs:
        attributes["dir"] = direction
    return SafeString(field.as_widget(attrs=attributes))


def _direction(widget: Widget) -> str | None:
    """None for what is not typed into."""
    if isinstance(widget, Textarea):
        return "auto"
    return DIRECTIONS.get(getattr(widget, "input_type", ""))
