"""The order of a council's seats: dragged, moved by buttons, or, without scripts, by numbers."""

from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.forms import Media
from django.forms.widgets import Script
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.actions.seating import order_seats
from wagtail_prcouncil.councils.admin.answers import Answers
from wagtail_prcouncil.councils.admin.asking import AskingView, found_within
from wagtail_prcouncil.councils.admin.places import SEAT_LIST
from wagtail_prcouncil.councils.models import CouncilPage, Seat
from wagtail_prcouncil.councils.scopes import within
from wagtail_prcouncil.councils.states import Right
from wagtail_prcouncil.persian.digits import to_ascii
from wagtail_prcouncil.ui.forms import LARGEST_KEY

# Told to the type checker as what it takes the place of: a path.
MODULE = Media(js=[cast("str", Script("prcouncil_councils/order.js", type="module"))])
MOST = 10_000


class PlaceField(forms.IntegerField):
    """A place in the order, in any digits."""

    def to_python(self, value: Any) -> int | None:
        return super().to_python(to_ascii(value) if isinstance(value, str) else value)


class OrderForm(Answers, forms.Form):
    """A place for each seat, `place_<key>`; equal ones stand as they stood. `seats` are the keys
    that were shown."""

    def __init__(self, *args: Any, seats: list[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seats = seats
        for place, seat in enumerate(seats, 1):
            label = gettext("Place of “%(seat)s”") % {"seat": seat.name_as_read()}
            self.fields[f"place_{seat.pk}"] = PlaceField(
                label=label, initial=place, min_value=0, max_value=MOST
            )

    def keys(self) -> list[int]:
        """Of the seats that were shown, in the order asked for: a seat added or deleted meanwhile
        is missed, and the action says so."""
        shown = [int(key) for key in self.data.getlist("seats") if _is_key(key)]
        places = {key: self.cleaned_data.get(f"place_{key}", MOST) for key in shown}
        return sorted(shown, key=lambda key: places[key])


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 20 and int(text) <= LARGEST_KEY


class OrderView(AskingView):
    """All seats of a council, former ones too."""

    right = Right.CHANGE_SEATS
    form_class = OrderForm
    template_name = "prcouncil_councils/admin/order.html"
    listing = SEAT_LIST
    page_title = _("Order of the seats")
    header_icon = "order"
    submit_button_label = _("Save the order")

    def find(self) -> None:
        councils: QuerySet[CouncilPage] = CouncilPage.objects.originals()
        self.council: CouncilPage = found_within(councils, self.scope, "", self.kwargs["pk"])

    def get_form_kwargs(self) -> dict[str, Any]:
        seats = within(Seat.objects.filter(council=self.council), self.scope, "council")
        rows = list(seats.select_related("agency").order_by("sort_order", "pk"))
        return super().get_form_kwargs() | {"seats": rows}

    def act(self, form: OrderForm) -> str:
        order_seats(self.council, form.keys(), by=self.by)
        return gettext("The seats are in this order now.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        form = context["form"]
        lines = [(seat, form[f"place_{seat.pk}"]) for seat in form.seats]
        moved = gettext("“%(seat)s” is at place %(place)s of %(all)s now.")  # the script fills it
        return context | {"lines": lines, "moved": moved, "media": context["media"] + MODULE}

    def get_page_subtitle(self) -> str:
        return self.council.title

    def get_success_url(self) -> str:
        return f"{super().get_success_url()}?council={self.council.pk}"
