"""Closing an agency and opening it again, in the admin: `actions` decides, these ask and tell."""

from typing import Any, cast

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.base import BaseObjectMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.models import ModelLogEntry, ReferenceIndex

from wagtail_prcouncil.directory.actions import close_agency, reopen_agency
from wagtail_prcouncil.directory.forms import ClosingForm
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.directory.rules import ConflictError, DirectoryError
from wagtail_prcouncil.persian.jalali import in_tehran
from wagtail_prcouncil.ui.dates import displayed
from wagtail_prcouncil.ui.languages import page_language

SHOWN = 10


class _StateView(BaseObjectMixin, PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """GET tells what a change of state would mean; POST makes it, or says why not."""

    model = Agency
    permission_required = "change"
    template_name = "prcouncil_directory/change_state.html"
    edit_url_name: str | None = None
    usage_url_name: str | None = None
    index_url_name: str | None = None
    log_action = ""
    done = _("Done.")
    submit_button_label = _("Save")

    def change_state(self, form: forms.Form, by: AbstractBaseUser) -> None:
        """Call the action. Raises what it raises."""
        raise NotImplementedError

    def is_due(self) -> bool:
        """Whether the agency is in the state that the change starts from."""
        raise NotImplementedError

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.is_due():
            messages.warning(request, self.who_was_first())
            return redirect(self.edit_url)
        return super().get(request, *args, **kwargs)

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            self.change_state(form, cast(AbstractBaseUser, self.request.user))
        except ConflictError:
            messages.error(self.request, self.who_was_first())
            return self.render_to_response(self.get_context_data(form=form), status=409)
        except DirectoryError as error:
            form.add_error(error.field or None, str(error))
            return self.form_invalid(form)
        messages.success(self.request, self.done % {"agency": self.object.name_as_read()})
        return redirect(self.edit_url)

    @property
    def edit_url(self) -> str:
        return reverse(str(self.edit_url_name), args=[self.object.pk])

    def who_was_first(self) -> str:
        """The last such change in the log, or what the row says where there is none."""
        entries = ModelLogEntry.objects.for_instance(self.object).filter(action=self.log_action)
        last = entries.select_related("user").order_by("-timestamp", "-pk").first()
        if last is None:
            return gettext("Somebody else was first: the agency is in this state already.")
        moment = displayed(in_tehran(last.timestamp), "datetime", page_language(None))
        who = get_user_display_name(last.user) if last.user else gettext("an import")
        sentence = gettext("%(who)s was first: %(what)s (%(moment)s).")
        return sentence % {"who": who, "what": last.message, "moment": moment}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        form = context["form"]
        return context | {
            "agency": self.object,
            "media": form.media,
            "below": self.object.children.active().by_name(),
            "uses": uses(self.object, self.request),
            "usage_url": reverse(str(self.usage_url_name), args=[self.object.pk]),
            "action_url": self.request.path,
            "edit_url": self.edit_url,
            "submit_button_label": self.submit_button_label,
            "submit_button_active_label": self.submit_button_label,
        }

    def get_page_subtitle(self) -> str:
        return self.object.name_as_read()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        listing = {
            "url": reverse(str(self.index_url_name)),
            "label": self.model._meta.verbose_name_plural,
        }
        agency = {"url": self.edit_url, "label": self.object.name_as_read()}
        return [*self.breadcrumbs_items, listing, agency, {"url": "", "label": self.page_title}]


class CloseView(_StateView):
    """An agency ends: day, reason, successors."""

    form_class = ClosingForm
    page_title = _("Close the agency")
    header_icon = "lock"
    log_action = "prcouncil_directory.close_agency"
    done = _("“%(agency)s” is closed.")
    submit_button_label = _("Close the agency")

    def is_due(self) -> bool:
        return not self.object.is_closed

    def change_state(self, form: forms.Form, by: AbstractBaseUser) -> None:
        close_agency(self.object, **form.cleaned_data, by=by)


class ReopenView(_StateView):
    """A closing is undone."""

    form_class = forms.Form
    page_title = _("Open the agency again")
    header_icon = "lock-open"
    log_action = "prcouncil_directory.reopen_agency"
    done = _("“%(agency)s” is open again.")
    submit_button_label = _("Open the agency again")

    def is_due(self) -> bool:
        return self.object.is_closed

    def change_state(self, form: forms.Form, by: AbstractBaseUser) -> None:
        reopen_agency(self.object, by=by)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"successors": self.object.successors()}


def uses(agency: Agency, request: HttpRequest) -> list[dict[str, Any]]:
    """The first rows that name the agency, agencies below it left out: they are told apart. Of a
    row that the user may not edit only the kind is told, as in Wagtail's own list of uses."""
    finder = AdminURLFinder(request.user)
    found = []
    for row, _references in ReferenceIndex.get_grouped_references_to(agency)[: 2 * SHOWN]:
        if row is not None and not isinstance(row, Agency):
            url = finder.get_edit_url(row)
            found.append(
                {"kind": row._meta.verbose_name, "name": str(row) if url else "", "url": url}
            )
    return found[:SHOWN]
