"""Comment policies in the admin: on each page's own screens, and all of them in a list."""

from collections.abc import Iterator
from typing import Any, ClassVar
from urllib.parse import urlsplit

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from wagtail_prcouncil import conf
from wagtail_prcouncil.comments.actions.errors import RefusedError
from wagtail_prcouncil.comments.actions.setting_policy import Terms, inherit_policy, set_policy
from wagtail_prcouncil.comments.kinds import is_commented
from wagtail_prcouncil.comments.models import CommentPolicy
from wagtail_prcouncil.comments.office.asking import AskingView
from wagtail_prcouncil.comments.policies import allowed_on, policy_for
from wagtail_prcouncil.comments.quantities import moment_as_read
from wagtail_prcouncil.comments.states import Mode
from wagtail_prcouncil.exchange.listings import PlainListMixin
from wagtail_prcouncil.exchange.viewsets import ListingViewSet
from wagtail_prcouncil.ui.jalali.form_fields import AdminJalaliDateTimeField

INHERIT = "inherit"
FORM = "prcouncil_comment_policy"
LIST = "prcouncil_comment_policies"


class PolicyForm(forms.Form):
    """What an editor says of a page."""

    mode = forms.ChoiceField(
        label=_("Comments on this page and below are"),
        choices=[(INHERIT, _("as its section or the page above it says")), *Mode.choices],
        widget=forms.RadioSelect,
    )
    opens_at = AdminJalaliDateTimeField(
        label=_("Open from"), required=False, help_text=_("Before, they are closed.")
    )
    closes_at = AdminJalaliDateTimeField(label=_("Open until"), required=False)
    closes_after_days = forms.IntegerField(
        label=_("Closed after this many days"),
        required=False,
        help_text=_("Counted from the publication of each page."),
        validators=[MinValueValidator(1), MaxValueValidator(36_500)],
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        opens_at, closes_at = cleaned.get("opens_at"), cleaned.get("closes_at")
        if opens_at and closes_at and closes_at <= opens_at:
            self.add_error("closes_at", _("Comments close after they open."))
        times = ("opens_at", "closes_at", "closes_after_days")
        if cleaned.get("mode") not in (None, Mode.OPEN) and any(map(cleaned.get, times)):
            self.add_error("mode", _("Times are for open comments only."))
        return cleaned

    def terms(self) -> Terms | None:
        """None where the page inherits."""
        said = dict(self.cleaned_data)
        mode = said.pop("mode")
        return None if mode == INHERIT else Terms(Mode(mode), **said)


class PolicyView(AskingView):
    """What holds for a page now and where that comes from, and a form to say otherwise."""

    form_class = PolicyForm
    template_name = "prcouncil_comments/office/policy.html"
    page_title = _("Reader comments")
    header_icon = "comment"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        page = get_object_or_404(Page, pk=kwargs["page_id"], depth__gt=1)
        self.page: Page = page.specific
        self.own = CommentPolicy.objects.filter(page=page).first()
        return super().dispatch(request, *args, **kwargs)

    def is_permitted(self) -> bool:
        return bool(self.page.permissions_for_user(self.request.user).can_publish())

    @property
    def back_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    @property
    def back_label(self) -> str:
        return self.page.get_admin_display_title()

    def get_page_subtitle(self) -> str:
        return self.page.get_admin_display_title()

    def get_initial(self) -> dict[str, Any]:
        if self.own is None:
            return {"mode": INHERIT}
        return {name: getattr(self.own, name) for name in Terms._fields}

    def form_valid(self, form: PolicyForm) -> HttpResponse:
        terms, by = form.terms(), self.by
        try:
            if terms is None:
                inherit_policy(self.page, by=by)
            else:
                set_policy(self.page, terms, by=by)
        except RefusedError as error:
            form.add_error(error.field, str(error))
            return self.form_invalid(form)
        messages.success(self.request, gettext("It holds from now on."))
        return redirect(self.request.path)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"holding": Holding(self.page)}


class Holding:
    """What is so on a page now: for readers of the page itself, or, where its kind is not
    commented, for pages below."""

    def __init__(self, page: Page) -> None:
        followed = page.alias_of.specific if page.alias_of_id else page
        self.is_alias = followed is not page
        self.is_commented = is_commented(followed)
        self.policy = policy_for(followed)
        self.is_own = self.policy is not None and self.policy.page_id == page.pk
        self.allowed = allowed_on(followed) if self.is_commented else None

    @property
    def mode(self) -> str:
        if self.allowed is not None:
            return str(self.allowed.mode.label)
        return str(Mode(self.policy.mode if self.policy else conf.comments_mode()).label)

    @property
    def source_url(self) -> str:
        """Of the screen on which it was said."""
        return reverse(FORM, args=[self.policy.page_id]) if self.policy else ""


class PolicyFilterSet(WagtailFilterSet):
    """By what a policy says."""

    class Meta:
        model = CommentPolicy
        fields = ("mode",)


def _form_url(policy: CommentPolicy) -> str:
    return reverse(FORM, args=[policy.page_id])


def _opens(policy: CommentPolicy) -> str:
    return moment_as_read(policy.opens_at)


def _closes(policy: CommentPolicy) -> str:
    return moment_as_read(policy.closes_at)


def _address(policy: CommentPolicy) -> str:
    """The path, by which pages of one name are told apart, also in two languages."""
    return urlsplit(policy.page.url or "").path


class PolicyListing(PlainListMixin, generic.IndexView):
    """All policies of pages that the user may publish."""

    model = CommentPolicy
    page_title = _("Comment policies")
    header_icon = "comment"
    permission_policy = page_permission_policy
    any_permission_required = ("publish",)
    default_ordering = "page__path"
    filterset_class = PolicyFilterSet
    paginate_by = 50
    _show_breadcrumbs = True
    columns: ClassVar[list[Column]] = [
        TitleColumn("page", label=_("Page and all below"), accessor="page", get_url=_form_url),
        Column("address", label=_("Address"), accessor=_address),
        Column("mode", label=_("Comments are"), accessor="get_mode_display", width="25%"),
        Column("opens_at", label=_("Open from"), accessor=_opens),
        Column("closes_at", label=_("Open until"), accessor=_closes),
        Column("closes_after_days", label=_("Days")),
    ]

    def get_base_queryset(self) -> QuerySet[CommentPolicy]:
        rows = CommentPolicy.objects.select_related("page__locale")
        own = page_permission_policy.instances_user_has_permission_for(self.request.user, "publish")
        return rows.filter(page__in=own.order_by().values("pk"))


class PoliciesItem(MenuItem):
    """For those who publish anything."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(page_permission_policy.user_has_permission(request.user, "publish"))


class PolicyViewSet(ListingViewSet):
    """The list, in the menu."""

    listing_class = PolicyListing
    name = LIST
    icon = "comment"
    menu_label = _("Comment policies")
    menu_name = "prcouncil-comment-policies"
    menu_item_class = PoliciesItem


def addresses() -> list[URLPattern]:
    return [path("comments/policy/<int:page_id>/", PolicyView.as_view(), name=FORM)]


def page_buttons(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """The way to the policy from a page's own screens."""
    if page.depth > 1 and page.permissions_for_user(user).can_publish():
        url = reverse(FORM, args=[page.pk])
        yield Button(_("Reader comments"), url=url, icon_name="comment", priority=190)
