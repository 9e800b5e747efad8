"""The frame of screens that ask for something and then call an action of councils."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any, NamedTuple, cast

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.db.models import Model, QuerySet
from django.forms import Media
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import register_converter
from django.urls.converters import IntConverter
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from wagtail_prcouncil.councils.admin.places import Listing
from wagtail_prcouncil.councils.rules import ConflictError, CouncilError, InUseError
from wagtail_prcouncil.councils.scopes import Scope, scope_of, within
from wagtail_prcouncil.councils.states import Right

LOOK = Media(css={"all": ["prcouncil_councils/admin.css"]})
TYPED = (forms.TextInput, forms.Textarea)


def _names_what_is_gone(error: IntegrityError) -> bool:
    """Whether a row that was there when the form was read was deleted before the action's end: a
    database looks at foreign keys when a transaction ends (SQLSTATE 23503)."""
    state = getattr(error.__cause__, "sqlstate", None)
    return state == "23503" or "FOREIGN KEY" in str(error)


class KeyConverter(IntConverter):
    """A primary key that a database can hold, in an address."""

    regex = "[0-9]{1,18}"


register_converter(KeyConverter, "council_key")


class Fact(NamedTuple):
    """A line of what is so: a name and a value, both in words. What stands in `more` runs in the
    editor's direction, while a value may be a name in the other; a code is in Latin letters."""

    name: str | Promise
    value: str
    more: str = ""
    is_code: bool = False


class Found(NamedTuple):
    """What somebody else has left: the row, that in words, and whether everything is settled, so
    that the form could never succeed."""

    row: Model | None = None
    facts: Iterable[Fact] = ()
    is_settled: bool = False


def found_within(rows: QuerySet[Any], scope: Scope, link: str, pk: Any) -> Any:
    """The row of that key. Raises Http404 where there is none or it lies outside the scope: to
    whom it is none of his business, it is not there."""
    row = within(rows, scope, link).filter(pk=pk).first()
    if row is None:
        raise Http404(gettext("Nothing here, or nothing of yours."))
    return row


class AskingView(WagtailAdminTemplateMixin, FormView):
    """GET shows a form, POST calls an action. What a rule forbids is told beside the field; where
    somebody was faster, the answer is 409 with what is so now, and what was typed stays: in the
    form, or, where that could never succeed any more, below what is so."""

    template_name = "prcouncil_councils/admin/ask.html"
    right: StrEnum = Right.VIEW_SEATS
    form_class: type[forms.BaseForm] = forms.Form
    listing = Listing("", "")
    submit_button_label: str | Promise = _("Save")
    is_serious = False

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.scope = self.reach()
        if not self.scope:
            raise PermissionDenied
        self.find()
        return super().dispatch(request, *args, **kwargs)

    def reach(self) -> Scope:
        """Of whom the user finds anything on this screen."""
        return scope_of(self.request.user, self.right)

    def find(self) -> None:
        """What the address speaks of. Raises Http404 outside the scope."""

    def act(self, form: Any) -> str:
        """Call the action; return what is to be told. Raises what it raises."""
        raise NotImplementedError

    def ways_on(self) -> list[Any]:
        """Buttons of Wagtail's messages, beside what is told after the action."""
        return []

    def carry_out(self, form: Any) -> str:
        """`act`, and whatever a kind of screen has to do around it."""
        return self.act(form)

    def now(self) -> Found:
        """The row as somebody else has left it."""
        return Found()

    def facts(self) -> Iterable[Fact]:
        """What to know before one answers."""
        return ()

    @property
    def by(self) -> AbstractBaseUser:
        """Who asks; nobody comes here without a login."""
        return cast(AbstractBaseUser, self.request.user)

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            said = self.carry_out(form)
        except (ConflictError, InUseError) as error:
            return self.conflict(form, str(error))
        except IntegrityError as error:
            if not _names_what_is_gone(error):
                raise
            sentence = gettext("Something that you name has been deleted meanwhile.")
            return self.conflict(form, sentence)
        except CouncilError as error:
            field = self.beside(error.field, form)
            form.add_error(field if field in form.fields else None, str(error))
            return self.form_invalid(form)
        messages.success(self.request, said, buttons=self.ways_on())
        return redirect(self.get_success_url())

    def form_invalid(self, form: Any) -> HttpResponse:
        if "version" in form.errors:
            sentence = gettext("It is not known any more what you had read.")
            return self.conflict(form, sentence)
        response: HttpResponse = super().form_invalid(form)
        return response

    def beside(self, field: str, form: Any) -> str:
        """Which field of the form a rule means."""
        return field

    def get_success_url(self) -> str:
        return self.listing.place()

    def conflict(self, form: Any, sentence: str, status: int = 409) -> HttpResponse:
        """Whoever reads what is so now may send the form once more, where it can still succeed."""
        now = self.now()
        if now.row is not None and "version" in form.fields:
            form.data = form.data.copy()
            form.data[form.add_prefix("version")] = str(getattr(now.row, "version", ""))
        told = {
            "sentence": sentence,
            "facts": list(now.facts),
            "is_settled": now.is_settled,
            "written": list(self.written(form)) if now.is_settled else [],
        }
        context = self.get_context_data(form=form, conflict=told)
        return self.render_to_response(context, status=status)

    def written(self, form: Any) -> Iterator[Fact]:
        """What was typed, so that it is not lost with the form."""
        for field in form.visible_fields():
            is_typed = isinstance(field.field.widget, TYPED) and field.name in form.changed_data
            if is_typed and field.value():
                yield Fact(field.label, str(field.value()))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return (
            {"facts": [] if "conflict" in kwargs else list(self.facts())}
            | context
            | {
                "media": context["form"].media + LOOK,
                "action_url": self.request.get_full_path(),
                "back_url": self.back_url,
                "submit_button_label": self.submit_button_label,
                "is_serious": self.is_serious,
            }
        )

    @property
    def back_url(self) -> str:
        """Where "Cancel" leads."""
        return self.get_success_url()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, self.listing.crumb(), here]
