"""Placing news on other pages, in the admin: `actions` decides, these ask and tell."""

from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.forms import BaseModelForm
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from wagtail_prcouncil.exchange.listings import PlainListMixin
from wagtail_prcouncil.news.actions import PlacementError, place, take_down
from wagtail_prcouncil.news.actions.placing import check, may_show, placements_of
from wagtail_prcouncil.news.admin.choosers import PageChooser
from wagtail_prcouncil.news.filters import LONGEST_KEY
from wagtail_prcouncil.news.models import NewsPage, Placement
from wagtail_prcouncil.pages.originals import original
from wagtail_prcouncil.ui.forms import PRCouncilModelForm
from wagtail_prcouncil.ui.jalali.columns import JalaliDateColumn

PLACED = ("news", "shown_on", "starts_at", "ends_at", "is_pinned")
SHOWN, COMING, PAST = "shown", "coming", "past"


class PlacementForm(PRCouncilModelForm):
    """Which item on which page, and when."""

    def clean_news(self) -> NewsPage:
        chosen: NewsPage = self.cleaned_data["news"]
        first = original(chosen)
        if not (may_show(chosen, self.for_user) and may_show(first, self.for_user)):
            self._forget("news")
            raise ValidationError(_("Readers may not see this item yet, and it is not yours."))
        return first

    def clean_shown_on(self) -> Page:
        first: Page = original(self.cleaned_data["shown_on"])
        if not first.permissions_for_user(self.for_user).can_publish():
            self._forget("shown_on")
            raise ValidationError(_("You may not publish on this page."))
        return first

    def clean(self) -> dict[str, Any]:
        """Beside the fields already, not only when it is stored."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("news") and cleaned.get("shown_on") and cleaned.get("starts_at"):
            try:
                check(Placement(**{name: cleaned.get(name) for name in PLACED}))
            except PlacementError as error:
                self.add_error(error.field, str(error))
        return cleaned

    def _forget(self, name: str) -> None:
        """What was refused is not shown again: a chooser would tell its title. What the placement
        has anyway stays."""
        if name in self.changed_data:
            self.data = self.data.copy()
            self.data.pop(self.add_prefix(name), None)


class PlacementFilterSet(WagtailFilterSet):
    """By where a placement stands in time."""

    when = django_filters.ChoiceFilter(
        label=_("When"),
        choices=[(SHOWN, _("shown now")), (COMING, _("to come")), (PAST, _("over"))],
        widget=forms.RadioSelect,
        empty_label=_("All"),
        method="by_time",
    )

    class Meta:
        model = Placement
        fields: tuple[str, ...] = ("is_pinned",)

    def by_time(self, rows: QuerySet[Placement], name: str, when: str) -> QuerySet[Placement]:
        now = timezone.now()
        over, coming = Q(ends_at__lte=now), Q(starts_at__gt=now)
        return rows.filter({PAST: over, COMING: coming, SHOWN: ~over & ~coming}[when])


class PlacementListing(PlainListMixin, generic.IndexView):
    """Those that the user may change, the last placed first."""

    default_ordering = "-starts_at"

    def get_base_queryset(self) -> QuerySet[Placement]:
        return placements_of(self.request.user).select_related("news", "shown_on", "by")


class _StoresByAction:
    """Mixed into views that store a placement: a rule broken meanwhile is told beside the field."""

    def save_instance(self) -> Placement:
        self.has_content_changes = self.form.has_changed()
        return place(self.form.save(commit=False), by=self.request.user)

    def form_valid(self, form: BaseModelForm) -> HttpResponse:
        try:
            response: HttpResponse = super().form_valid(form)
        except PlacementError as error:
            form.add_error(error.field, str(error))
            return self.form_invalid(form)
        return response


class PlacementCreateView(_StoresByAction, generic.CreateView):
    """Of the item that `?news=` names, where a link has led here."""

    def get_initial(self) -> dict[str, Any]:
        asked = self.request.GET.get("news", "")
        if not asked.isdecimal() or len(asked) > LONGEST_KEY:
            return {}
        page = NewsPage.objects.filter(pk=int(asked)).first()
        return {"news": page} if page and may_show(page, self.request.user) else {}


class _OfTheUser:
    """Mixed into views of one placement: others' are not there."""

    def get_queryset(self) -> QuerySet[Placement]:
        return placements_of(self.request.user)


class PlacementEditView(_OfTheUser, _StoresByAction, generic.EditView):
    """Its time, its place, its pin."""


class PlacementDeleteView(_OfTheUser, generic.DeleteView):
    """Taking an item down from a page."""

    def delete_action(self) -> None:
        take_down(self.object, by=self.request.user)


class _AboutOneOfTheUser:
    """Mixed into lists of what is known of one placement, whose title they print."""

    def get_base_object_queryset(self) -> QuerySet[Placement]:
        return placements_of(self.request.user)


class PlacementHistoryView(_AboutOneOfTheUser, generic.HistoryView):
    """Who changed it, and when."""


class PlacementUsageView(_AboutOneOfTheUser, generic.UsageView):
    """What points at it: nothing does, but Wagtail has an address for it."""


class PlacementViewSet(ModelViewSet):
    """News on pages where they do not live."""

    model = Placement
    icon = "pick"
    menu_label = _("Placements")
    menu_name = "prcouncil-placements"
    index_view_class = PlacementListing
    add_view_class = PlacementCreateView
    edit_view_class = PlacementEditView
    delete_view_class = PlacementDeleteView
    history_view_class = PlacementHistoryView
    usage_view_class = PlacementUsageView
    filterset_class = PlacementFilterSet
    copy_view_enabled = False
    list_per_page = 50
    list_display = (
        "news",
        Column("shown_on", label=_("Shown on"), accessor="shown_on.title"),
        JalaliDateColumn("starts_at", label=_("From"), sort_key="starts_at"),
        JalaliDateColumn("ends_at", label=_("Until"), sort_key="ends_at"),
        BooleanColumn("is_pinned", label=_("Pinned")),
        Column("by", label=_("Placed by")),
    )
    edit_handler = ObjectList(
        [
            FieldPanel("news", widget=PageChooser(NewsPage)),
            FieldPanel("shown_on", widget=PageChooser),
            FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
            FieldPanel("is_pinned"),
        ],
        base_form_class=PlacementForm,
    )


def placing_button(page: Page, user: Any, **_context: Any) -> list[Button]:
    """The way from an item to a placement of it, for those who may make one."""
    if not isinstance(page, NewsPage) or page.alias_of_id:
        return []
    if not user.has_perm("prcouncil_news.add_placement"):
        return []
    url = f"{reverse('prcouncil_placements:add')}?news={page.pk}"
    return [Button(_("Place on another page"), url=url, icon_name="pick", priority=45)]
