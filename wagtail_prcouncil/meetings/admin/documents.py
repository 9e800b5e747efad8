"""Papers of an item of the agenda: put there, taken away."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.admin.answers import Layout, VersionedForm
from wagtail_prcouncil.councils.admin.asking import Fact, Found, found_within
from wagtail_prcouncil.fields import CanonicalCharField
from wagtail_prcouncil.meetings.actions.documenting import add_document, remove_document
from wagtail_prcouncil.meetings.admin.agenda import is_told
from wagtail_prcouncil.meetings.admin.asked import NothingAskedForm
from wagtail_prcouncil.meetings.admin.items import ItemScreen
from wagtail_prcouncil.meetings.admin.tabs import MeetingAskingView, meeting_facts
from wagtail_prcouncil.meetings.models import ItemDocument, Meeting
from wagtail_prcouncil.meetings.paper_addresses import address_of
from wagtail_prcouncil.ui.forms import form_field


class DocumentForm(VersionedForm):
    """A paper and what it is called."""

    title = form_field(CanonicalCharField(_("Title"), max_length=200))
    title_en = form_field(CanonicalCharField(_("Title in English"), max_length=200, blank=True))
    file = forms.FileField(label=_("File"))
    layout = (Layout("new", _("A new document"), [["title", "title_en"], ["file"]]),)


class DocumentsView(ItemScreen):
    """Those that there are, and a form for the next."""

    form_class = DocumentForm
    template_name = "prcouncil_meetings/admin/documents.html"
    page_title = _("Documents of the item")
    submit_button_label = _("Add the document")

    def get_initial(self) -> dict[str, Any]:
        return {"version": self.meeting.version}

    def now(self) -> Found:
        row = Meeting.objects.filter(pk=self.meeting.pk).select_related("page").first()
        return Found(row, meeting_facts(row) if row else ())

    def act(self, form: DocumentForm) -> str:
        made = add_document(self.item, **form.cleaned_data, by=self.by)
        if is_told(self.meeting):
            sentence = gettext(
                "“%(title)s” is with the item. Members are told of it when you amend the agenda."
            )
            return sentence % {"title": made.title}
        return gettext("“%(title)s” is with the item.") % {"title": made.title}

    def get_success_url(self) -> str:
        return self.request.path

    @property
    def back_url(self) -> str:
        return super().get_success_url()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        papers = [(row, address_of(row)) for row in self.item.documents.all()]
        return super().get_context_data(**kwargs) | {"documents": papers}


class RemoveDocumentView(MeetingAskingView):
    """A paper was put there by mistake."""

    slug = "agenda"
    form_class = NothingAskedForm
    page_title = _("Take the document away")
    header_icon = "bin"
    submit_button_label = _("Yes, take it away")
    is_serious = True

    def find(self) -> None:
        rows = ItemDocument.objects.select_related(
            "item__meeting__page__locale", "item__meeting__council"
        )
        link = "item__meeting__council"
        self.document = found_within(rows, self.scope, link, self.kwargs["pk"])
        self.meeting = self.document.item.meeting

    def facts(self) -> Iterable[Fact]:
        yield Fact(_("Item"), str(self.document.item))
        yield Fact(_("Document"), self.document.title)

    def act(self, form: NothingAskedForm) -> str:
        title = self.document.title
        remove_document(self.document, **form.cleaned_data, by=self.by)
        return gettext("“%(title)s” is taken away.") % {"title": title}
