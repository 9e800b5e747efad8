"""The list of charters in the admin, within the user's councils."""

from typing import Any

from django.contrib.admin.utils import quote
from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.log_actions import registry as logs

from wagtail_prcouncil.charters.admin.exports import CHARTERS as CHARTERS_TABLE
from wagtail_prcouncil.charters.admin.filters import CharterFilterSet
from wagtail_prcouncil.charters.admin.histories import OURS, Abouts
from wagtail_prcouncil.charters.admin.places import LISTING
from wagtail_prcouncil.charters.admin.policies import CHARTERS, SEEING, SIGNATURES
from wagtail_prcouncil.charters.admin.reading import draft_as_read, leading_among, standing_as_read
from wagtail_prcouncil.charters.models import Charter, CharterVersion
from wagtail_prcouncil.councils.admin.listings import ExportedListing, RowHistory
from wagtail_prcouncil.councils.admin.reading import day_as_read
from wagtail_prcouncil.pages.numerals import in_numerals
from wagtail_prcouncil.persian.text import fold


def signed_as_read(charter: Charter) -> str:
    """How many signatures stand on the version that leads; empty where none was adopted."""
    leading = leading_among(charter.known_versions)
    return in_numerals(leading.signed) if leading else ""


class CharterListing(ExportedListing):
    """By council, in the order of the tree; the latest first."""

    policy = exporting = CHARTERS
    needed = ("page", "council")
    any_permission_required = SEEING
    export_table = CHARTERS_TABLE
    list_display = (
        TitleColumn(
            "title", label=_("Title"), accessor="page.title", url_name=f"{LISTING.name}:text"
        ),
        Column("council", label=_("Council"), accessor="council.title"),
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column(
            "standing",
            label=_("Text"),
            accessor=lambda row: standing_as_read(leading_among(row.known_versions)),
        ),
        Column(
            "draft", label=_("Open draft"), accessor=lambda row: draft_as_read(row.known_versions)
        ),
        Column("signatures", label=_("Signatures"), accessor=signed_as_read),
        Column(
            "review_due_on",
            label=_("To be revised by"),
            accessor=lambda row: day_as_read(row.review_due_on),
            sort_key="review_due_on",
        ),
    )
    filterset_class = CharterFilterSet
    is_searchable = True

    def get_base_queryset(self) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_base_queryset()
        return rows.prefetch_related(known_versions())

    def order_queryset(self, queryset: QuerySet[Charter]) -> QuerySet[Charter]:
        if self.ordering:
            return super().order_queryset(queryset)
        return queryset.order_by("council__path", "-pk")

    def search_queryset(self, queryset: QuerySet[Charter]) -> QuerySet[Charter]:
        """By the words of the title, in whatever spelling."""
        asked = fold(self.search_query or "").split()
        if not asked:
            return queryset
        titles = queryset.order_by().values_list("pk", "page__title")
        found = [key for key, title in titles if all(word in fold(title) for word in asked)]
        return queryset.filter(pk__in=found)

    def get_edit_url(self, instance: Charter) -> str:
        return LISTING.place("text", quote(instance.pk))

    def get_delete_url(self, instance: Charter) -> None:
        """It goes with its page, where nothing hangs on it."""


class CharterHistory(RowHistory):
    """What was done to a charter: its log is that of its page."""

    policy = CHARTERS
    any_permission_required = SEEING

    @cached_property
    def columns(self) -> list[Column]:
        what, *others = super().columns
        label = pgettext_lazy("column of a history", "Details")
        about = Column("about", label=label, accessor=lambda row: self.abouts.get(row.pk, ""))
        return [what, about, *others]

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        scope = SIGNATURES.scope_of_any(self.request.user, SEEING)
        sees = scope.covers(self.object.council)
        shown = Abouts(self.object, context["object_list"], sees_invited=sees)
        self.abouts = shown.by_entry()
        return context

    def get_base_queryset(self) -> QuerySet[Any]:
        """Of many who were invited by one click each has an entry."""
        entries = logs.get_logs_for_instance(self.object.page)
        ours = entries.filter(action__startswith=OURS)
        return self._annotate_queryset(entries.latest_by_uuid_and_action() | ours)

    def get_page_subtitle(self) -> str:
        title: str = self.object.page.title
        return title


def known_versions() -> "Prefetch[Any]":
    """The versions of each charter, the latest first, with how many signatures stand: `signed`."""
    standing = Count("signatures", filter=Q(signatures__withdrawn_on=None))
    rows = CharterVersion.objects.without_texts().annotate(signed=standing).latest_first()
    return Prefetch("versions", rows, to_attr="known_versions")
