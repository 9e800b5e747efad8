"""Deleting in the admin: asked once more, and refused where something else names the row."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.actions import removing
from wagtail_prcouncil.councils.admin.answers import Answers
from wagtail_prcouncil.councils.admin.asking import AskingView, Found, found_within
from wagtail_prcouncil.councils.admin.places import (
    APPOINTMENT_LIST,
    ELECTION_LIST,
    SEAT_LIST,
    TERM_LIST,
)
from wagtail_prcouncil.councils.models import Appointment, Election, Seat, Term
from wagtail_prcouncil.councils.rules import InUseError
from wagtail_prcouncil.councils.states import Right


class NothingToSay(Answers, forms.Form):
    """Whether or not."""


class RemoveView(AskingView):
    """Ask, then call the action that belongs to the row."""

    form_class = NothingToSay
    template_name = "prcouncil_councils/admin/remove.html"
    page_title = _("Delete")
    header_icon = "bin"
    submit_button_label = _("Yes, delete")
    is_serious = True
    model: type[Model]
    link = "council"
    remove: Callable[..., None]

    def find(self) -> None:
        rows = self.model._default_manager.all()
        self.row = found_within(rows, self.scope, self.link, self.kwargs["pk"])
        self.name = str(self.row)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Nobody is asked whether something shall go that cannot."""
        try:
            removing.check_unused(self.row)
        except InUseError as error:
            return self.conflict(self.get_form(), str(error), status=200)
        response: HttpResponse = super().get(request, *args, **kwargs)
        return response

    def now(self) -> Found:
        return Found(is_settled=True)

    def act(self, form: Any) -> str:
        type(self).remove(self.row, by=self.by)
        return gettext("“%(name)s” is deleted.") % {"name": self.name}

    def get_page_subtitle(self) -> str:
        return self.name


class RemoveSeatView(RemoveView):
    """For one that nobody ever sat in."""

    model, right, listing = Seat, Right.DELETE_SEATS, SEAT_LIST
    remove = removing.remove_seat


class RemoveTermView(RemoveView):
    """Members stay."""

    model, right, listing = Term, Right.DELETE_TERMS, TERM_LIST
    remove = removing.remove_term


class RemoveAppointmentView(RemoveView):
    """For one that was written by mistake."""

    model, right, listing = Appointment, Right.DELETE_APPOINTMENTS, APPOINTMENT_LIST
    link = "seat__council"
    remove = removing.remove_appointment


class RemoveElectionView(RemoveView):
    """For one that was not held."""

    model, right, listing = Election, Right.DELETE_ELECTIONS, ELECTION_LIST
    link = "seat__council"
    remove = removing.remove_election
