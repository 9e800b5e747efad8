"""Ready-made words in the admin."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet

from wagtail_prcouncil.comments.models import CannedReply
from wagtail_prcouncil.exchange.listings import PlainListing
from wagtail_prcouncil.ui.forms import PRCouncilModelForm


class CannedReplyFilterSet(WagtailFilterSet):
    """For an official reply, or for a note to the author."""

    class Meta:
        model = CannedReply
        fields = ("kind",)


class CannedReplyViewSet(ModelViewSet):
    """What moderators write again and again."""

    model = CannedReply
    icon = "openquote"
    index_view_class = PlainListing
    menu_label = _("Canned replies")
    menu_name = "prcouncil-canned-replies"
    name = "prcouncil_canned_replies"
    filterset_class = CannedReplyFilterSet
    search_fields = ("title", "text")
    list_per_page = 50
    list_display: ClassVar[list[Column]] = [
        TitleColumn(
            "title", label=_("Title"), url_name="prcouncil_canned_replies:edit", sort_key="title"
        ),
        Column("kind", label=_("For"), accessor="get_kind_display"),
    ]
    edit_handler = ObjectList(
        [FieldPanel("title"), FieldPanel("kind"), FieldPanel("text")],
        base_form_class=PRCouncilModelForm,
    )
