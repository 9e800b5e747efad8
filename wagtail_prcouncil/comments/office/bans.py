"""Bans in the admin: they are made where a comment is, and end here."""

from typing import Any, ClassVar

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn, UserColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from wagtail_prcouncil.comments.actions.ending_bans import end_ban
from wagtail_prcouncil.comments.actions.errors import RefusedError
from wagtail_prcouncil.comments.models import Ban
from wagtail_prcouncil.comments.office.asking import AskingView
from wagtail_prcouncil.comments.quantities import moment_as_read
from wagtail_prcouncil.exchange.listings import PlainListMixin
from wagtail_prcouncil.ui.jalali.columns import JalaliDateColumn

MAY_END = "prcouncil_comments.change_ban"
IN_FORCE, OVER = "in_force", "over"


class BanFilterSet(WagtailFilterSet):
    """By kind, and whether a ban holds still."""

    when = django_filters.ChoiceFilter(
        label=_("When"),
        choices=[(IN_FORCE, _("in force")), (OVER, _("over"))],
        widget=forms.RadioSelect,
        empty_label=_("All"),
        method="by_time",
    )

    class Meta:
        model = Ban
        fields = ("kind",)

    def by_time(self, bans: QuerySet[Ban], name: str, when: str) -> QuerySet[Ban]:
        now = timezone.now()
        return bans.filter(until__gt=now) if when == IN_FORCE else bans.filter(until__lte=now)


class BanListing(PlainListMixin, generic.IndexView):
    """Senders by the beginning of their hash; whose they are, nobody can tell."""

    any_permission_required = ("change",)
    default_ordering = "-at"

    def get_base_queryset(self) -> QuerySet[Ban]:
        return Ban.objects.select_related("by")


class EndBanView(AskingView):
    """Ask whether a ban shall end now."""

    form_class = forms.Form
    page_title = _("End the ban")
    header_icon = "lock-open"
    back_label = _("bans")
    submit_button_label = _("End it now")
    permission_required = MAY_END
    template_name = "prcouncil_comments/office/end_ban.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.ban = get_object_or_404(Ban.objects.select_related("by"), pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    @property
    def back_url(self) -> str:
        return reverse("prcouncil_bans:index")

    def get_page_subtitle(self) -> str:
        return str(self.ban)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"ban": self.ban}

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            end_ban(self.ban, by=self.by)
        except RefusedError as error:
            messages.warning(self.request, str(error))
        else:
            messages.success(self.request, gettext("The ban is over."))
        return redirect(self.back_url)


def _end_url(ban: Ban) -> str | None:
    """None for one that is over."""
    is_over = ban.until <= timezone.now()
    return None if is_over else reverse("prcouncil_bans:end", args=[ban.pk])


def _until(ban: Ban) -> str:
    return moment_as_read(ban.until)


class BanViewSet(ModelViewSet):
    """Who is put at the end of the queue."""

    model = Ban
    icon = "lock"
    menu_label = _("Bans")
    menu_name = "prcouncil-bans"
    name = "prcouncil_bans"
    index_view_class = BanListing
    filterset_class = BanFilterSet
    list_per_page = 50
    inspect_view_enabled = False
    copy_view_enabled = False
    form_fields = ("why",)
    list_display: ClassVar[list[Column]] = [
        TitleColumn("sender", label=_("Sender"), accessor=str, get_url=_end_url),
        Column("why", label=_("Why"), width="30%"),
        JalaliDateColumn("at", label=_("Since"), sort_key="at"),
        Column("until", label=_("Until"), accessor=_until, sort_key="until"),
        UserColumn("by", label=_("By")),
    ]

    @cached_property
    def menu_item_class(self) -> type[MenuItem]:
        class BansItem(MenuItem):
            """For those who may end a ban."""

            def is_shown(self, request: HttpRequest) -> bool:
                return request.user.has_perm(MAY_END)

        return BansItem

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        never = dict.fromkeys(("add_url_name", "edit_url_name", "delete_url_name"))
        return super().get_common_view_kwargs(**(kwargs | never))

    def get_urlpatterns(self) -> list[URLPattern]:
        kept = ("index", "index_results", "history")
        found = [pattern for pattern in super().get_urlpatterns() if pattern.name in kept]
        return [*found, path("end/<int:pk>/", self.construct_view(EndBanView), name="end")]
