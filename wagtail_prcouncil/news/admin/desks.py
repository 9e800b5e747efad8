"""Which group reviews which section."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet

from wagtail_prcouncil.exchange.listings import PlainListing
from wagtail_prcouncil.news.filters import SectionField, sections_in_order
from wagtail_prcouncil.news.models import SectionDesk
from wagtail_prcouncil.pages.originals import original
from wagtail_prcouncil.ui.forms import PRCouncilModelForm


class SectionDeskForm(PRCouncilModelForm):
    """Of sections, their originals: news are filed under these."""

    section = SectionField(label=_("Section"), queryset=None, empty_label=_("Choose a section"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = sections_in_order()

    def clean_section(self) -> Any:
        return original(self.cleaned_data["section"])


class SectionDeskViewSet(ModelViewSet):
    """میزهای سرویس."""

    model = SectionDesk
    icon = "group"
    index_view_class = PlainListing
    menu_label = _("Section desks")
    menu_name = "prcouncil-section-desks"
    name = "prcouncil_section_desks"
    list_display = (
        Column("section", label=_("Section"), accessor="section.title"),
        Column("group", label=_("Group"), accessor="group.name"),
    )
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            HelpPanel(template="prcouncil_news/admin/section_desk_help.html"),
            FieldPanel("section"),
            FieldPanel("group", widget=forms.Select),
        ],
        base_form_class=SectionDeskForm,
    )
