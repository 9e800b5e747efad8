"""What editors do with many items of the desk's list at once."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions import (
    DeleteBulkAction,
    MoveBulkAction,
    PublishBulkAction,
    UnpublishBulkAction,
)
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.permissions import page_permission_policy

from wagtail_prcouncil.directory.admin.choosers import AgencyChooser
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.news.actions import NewsError, refile_many
from wagtail_prcouncil.news.actions.refiling import MOST, may_refile
from wagtail_prcouncil.news.admin.listing import searched
from wagtail_prcouncil.news.filters import NewsFilterSet, SectionField, sections_in_order
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.ui.forms import TakesAnyKey


class OfTheList(PageBulkAction):
    """Mixed into an action on pages: "all in the list" are those that the list's filters and its
    search find, where Wagtail's own are all pages there are (rule A12)."""

    models: ClassVar[list[type[Model]]] = [NewsPage]

    @classmethod
    def get_queryset(cls, model: type[Model], object_ids: Any) -> QuerySet[NewsPage]:
        """Keys that no row could have are nobody's."""
        if not isinstance(object_ids, QuerySet):
            object_ids = [int(key) for key in object_ids if key.isdecimal() and len(key) <= 18]
        return NewsPage.objects.filter(pk__in=object_ids).order_by("-published_at", "-pk")

    def get_all_objects_in_listing_query(self, parent_id: Any) -> QuerySet[Any]:
        return found_by_list(self.request).values_list("pk", flat=True)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """One request ends: what is too much for it is refused before it begins."""
        keys: Any = request.GET.getlist("id")
        if "all" in keys:
            keys = self.get_all_objects_in_listing_query(None)
        if self.get_queryset(NewsPage, keys).count() > MOST:
            sentence = gettext("At most %(most)s items at once. Narrow the list.")
            messages.error(request, sentence % {"most": MOST})
            return redirect(self.next_url)
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response


def found_by_list(request: HttpRequest) -> QuerySet[NewsPage]:
    """What the desk's list shows of all its pages for the same query string and user."""
    seen = page_permission_policy.explorable_instances(request.user).values("pk")
    pages = NewsFilterSet(request.GET, queryset=NewsPage.objects.all(), request=request).qs
    found = searched(pages.filter(depth__gt=1, pk__in=seen), request.GET.get("q", ""))
    if isinstance(found, QuerySet):
        return found
    # What a search answers cannot be asked for its keys alone.
    return NewsPage.objects.filter(pk__in=[page.pk for page in found[: MOST + 1]])


class PublishNews(OfTheList, PublishBulkAction):
    """Publish the open drafts."""


class UnpublishNews(OfTheList, UnpublishBulkAction):
    """Take items off the site."""


class MoveNews(OfTheList, MoveBulkAction):
    """To another index."""


class DeleteNews(OfTheList, DeleteBulkAction):
    """For good; their codes stay taken."""


class RefileForm(forms.Form):
    """Where the items go; what is left empty stays as it is with each of them."""

    section = SectionField(
        label=_("Section"), queryset=None, required=False, empty_label=_("as it is")
    )
    agency = TakesAnyKey(
        label=_("Agency"),
        queryset=Agency.objects.all(),
        required=False,
        widget=AgencyChooser(),
        help_text=_("Left empty, each item keeps its own."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = sections_in_order()

    def clean_agency(self) -> Agency | None:
        agency: Agency | None = self.cleaned_data["agency"]
        if agency is not None:
            agency.refuse_new_use()
        return agency

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not any(cleaned.values()):
            raise ValidationError(_("Choose a section or an agency."))
        return cleaned


class RefileNews(OfTheList):
    """To another section, or ascribed to another agency."""

    display_name = _("Change section or agency")
    action_type = "refile"
    aria_label = _("Change section or agency of the selected news")
    template_name = "prcouncil_news/admin/confirm_bulk_refile.html"
    action_priority = 15
    form_class = RefileForm

    def check_perm(self, page: NewsPage) -> bool:
        return may_refile(page, self.request.user)

    def get_execution_context(self) -> dict[str, Any]:
        return super().get_execution_context() | self.cleaned_form.cleaned_data

    def form_valid(self, form: RefileForm) -> HttpResponse:
        """A rule that was broken meanwhile is told, and nothing is changed."""
        try:
            response: HttpResponse = super().form_valid(form)
        except NewsError as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        return response

    @classmethod
    def execute_action(
        cls, objects: Sequence[NewsPage], user: Any = None, **kwargs: Any
    ) -> tuple[int, int]:
        chosen = {name: kwargs.get(name) for name in ("section", "agency")}
        refiled = refile_many(objects, **chosen, by=user)
        return refiled.published, refiled.drafted

    def get_success_message(self, published: int, drafted: int) -> str:
        told = []
        if published:
            words = ngettext(
                "%(number)s item was changed, for readers too.",
                "%(number)s items were changed, for readers too.",
                published,
            )
            told.append(words % {"number": published})
        if drafted:
            words = ngettext(
                "Of %(number)s item the draft was changed.",
                "Of %(number)s items the draft was changed.",
                drafted,
            )
            told.append(words % {"number": drafted})
        return " ".join(told)


BULK_ACTIONS = (PublishNews, UnpublishNews, MoveNews, RefileNews, DeleteNews)
