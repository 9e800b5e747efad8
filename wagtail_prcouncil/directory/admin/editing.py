"""Saving what the editing screens of the directory send."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import QuerySet
from django.forms import BaseModelForm
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import CreateView, EditView

from wagtail_prcouncil.directory.admin.listings import state_buttons
from wagtail_prcouncil.directory.models import Agency, Person
from wagtail_prcouncil.directory.namesakes import agencies_named, persons_named

SHOWN = 5


class SavedWhenAsked:
    """Mixed into editing views of rows that have no drafts: what Wagtail 8 saves by itself, while
    somebody types, would be public half-written."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.autosave_enabled = False

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what Wagtail's header makes the <h1> of; its screens of snippets hand on none."""
        context = super().get_context_data(**kwargs)
        return {"title": context["header_title"]} | context


class TellsNamesakes(SavedWhenAsked):
    """Mixed into views that save a row with a name: they point at others of that name, since the
    second row of one body is found best when it is made."""

    def namesakes(self, row: Any) -> QuerySet[Any]:
        raise NotImplementedError

    def form_valid(self, form: BaseModelForm) -> HttpResponse:
        """Of two who save at once the later one passes the form and meets the database's rules,
        or those of `save`: that is told beside the field as well."""
        try:
            response = super().form_valid(form)
        except IntegrityError:
            form.full_clean()
            if self.is_valid(form):
                raise
            return self.form_invalid(form)
        except ValidationError as error:
            form.add_error(None, error)
            self.is_valid(form)
            return self.form_invalid(form)
        self._tell(form.instance)
        return response

    def _tell(self, row: Any) -> None:
        found = self.namesakes(row)[:SHOWN]
        if not found:
            return
        finder = AdminURLFinder(self.request.user)
        urls = [(other.name_as_read(), finder.get_edit_url(other)) for other in found]
        buttons = [messages.button(url, name) for name, url in urls if url]
        sentence = gettext("The directory has others of this name. If one is the same, delete one:")
        messages.warning(self.request, sentence, buttons=buttons)


class _SavesAgency(TellsNamesakes):
    def namesakes(self, row: Agency) -> QuerySet[Agency]:
        names = [row.name, *row.other_names.values_list("name", flat=True)]
        return agencies_named(names, beside=row)


class AgencyCreateView(_SavesAgency, CreateView):
    """A new agency."""


class AgencyEditView(_SavesAgency, EditView):
    """An agency's words; its header offers the change of state that is due."""

    close_url_name = reopen_url_name = ""

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        names = {name: getattr(self, name) for name in ("close_url_name", "reopen_url_name")}
        return [*super().header_more_buttons, *state_buttons(self.object, **names)]


class _SavesPerson(TellsNamesakes):
    def namesakes(self, row: Person) -> QuerySet[Person]:
        return persons_named(row)


class PersonCreateView(_SavesPerson, CreateView):
    """A new person."""


class PersonEditView(_SavesPerson, EditView):
    """A person's words."""
