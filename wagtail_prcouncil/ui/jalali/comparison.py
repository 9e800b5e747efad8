"""Days that differ between two versions of a page or snippet."""

import copy
import datetime as dt
from typing import Any

from django.db import models
from wagtail.admin.compare import (
    FieldComparison,
    comparison_class_registry,
    register_comparison_class,
)

from wagtail_prcouncil.ui.jalali.admin_dates import in_short, speaks_jalali


class JalaliComparison(FieldComparison):
    """A day as it was and as it is: in Jalali for Persian editors, where the object is ours."""

    def __init__(self, field: models.Field, obj_a: models.Model, obj_b: models.Model) -> None:
        super().__init__(field, obj_a, obj_b)
        self.in_jalali = speaks_jalali(obj_b)

    def htmldiff(self) -> str:
        """Whether there is a change is for the values to say: words leave the seconds out."""
        shown = copy.copy(self)
        if self.in_jalali:
            shown.val_a, shown.val_b = _in_words(self.val_a), _in_words(self.val_b)
        return super(JalaliComparison, shown).htmldiff()


def _in_words(value: Any) -> Any:
    return in_short(value) if isinstance(value, dt.date) else value


def register() -> None:
    """For days and moments of all models, but where the site has registered something itself."""
    if models.DateField not in comparison_class_registry.values_by_class:
        register_comparison_class(models.DateField, comparison_class=JalaliComparison)
