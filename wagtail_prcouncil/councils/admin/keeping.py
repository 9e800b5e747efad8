"""What the screens of seats and terms have in common: rows that hang on a council, made and changed
by a form of all that is written of them."""

from collections.abc import Iterable
from copy import copy
from typing import Any

from django.db.models import Model
from django.utils.functional import cached_property
from wagtail.admin.widgets.button import Button

from wagtail_prcouncil.councils.admin.asking import AskingView, Fact, Found, found_within
from wagtail_prcouncil.councils.admin.listings import row_buttons
from wagtail_prcouncil.councils.admin.once import MakesOnce
from wagtail_prcouncil.councils.admin.policies import CouncilPolicy


class AddView(MakesOnce):
    """A new row, of a council that is chosen here; the address may name it."""

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"scope": self.scope}

    def get_initial(self) -> dict[str, Any]:
        return {"council": self.request.GET.get("council")}


class EditView(AskingView):
    """What is written of a row."""

    model: type[Model]
    policy: CouncilPolicy
    needed: tuple[str, ...] = ("council",)

    def find(self) -> None:
        rows = self.model._default_manager.select_related(*self.needed)
        self.row = found_within(rows, self.scope, "council", self.kwargs["pk"])

    def get_form_kwargs(self) -> dict[str, Any]:
        row = copy(self.row)  # the form writes into it
        return super().get_form_kwargs() | {"scope": self.scope, "instance": row}

    def get_initial(self) -> dict[str, Any]:
        return {"version": self.row.version}

    def told(self, row: Any) -> Iterable[Fact]:
        """Everything that is written of the row."""
        raise NotImplementedError

    def now(self) -> Found:
        rows = self.model._default_manager.select_related(*self.needed)
        row = rows.filter(pk=self.row.pk).first()
        return Found(row, self.told(row) if row else (), is_settled=row is None)

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        return row_buttons(self.listing, self.policy, self.row, self.request.user)
