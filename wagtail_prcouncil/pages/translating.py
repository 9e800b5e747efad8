"""What wagtail-localize is told of our fields, on sites that have it."""

from typing import Any

from django.db.models import Model


class OwnOfEachLanguage:
    """Named in a page type's `override_translatable_fields`: every translation says this for
    itself. It is neither handed to translators nor taken over from the original.

    Has the methods of wagtail-localize's own field descriptions, which cannot be imported where the
    library is not installed.
    """

    def __init__(self, field_name: str) -> None:
        self.field_name = field_name

    def get_field(self, model: type[Model]) -> Any:
        return model._meta.get_field(self.field_name)

    def is_editable(self, obj: Model) -> bool:
        return True

    def is_translated(self, obj: Model) -> bool:
        return False

    def is_synchronized(self, obj: Model) -> bool:
        return False

    def is_overridable(self, obj: Model) -> bool:
        return False
