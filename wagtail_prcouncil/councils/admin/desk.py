"""The frame of a secretary's desk: what is kept of one thing of a council, in tabs, and what can be
done to it. A feature says which tabs there are, and where the thing stands."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar, NamedTuple

from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.forms import Media
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button, HeaderButton

from wagtail_prcouncil.councils.admin.asking import LOOK, AskingView, Fact, Found, found_within
from wagtail_prcouncil.councils.admin.places import Listing
from wagtail_prcouncil.councils.admin.policies import CouncilPolicy
from wagtail_prcouncil.councils.scopes import Scope

DESK_LOOK = LOOK + Media(css={"all": ["prcouncil_councils/desk.css"]})
DONE, WAITS, STOPPED, NOTHING = "done", "waits", "stopped", "nothing"


def no_badge(kept: Any) -> str:
    return ""


class Tab(NamedTuple):
    """A tab of the desk: the last part of its address, its name, its view, and what its name is
    followed by (a number, or nothing)."""

    slug: str
    label: str | Promise
    view: type[View]
    badge: Callable[[Any], str] = no_badge


class TabShown(NamedTuple):
    label: str | Promise
    url: str
    badge: str
    is_current: bool


class AxisShown(NamedTuple):
    """Where the thing stands in one respect, in words; `tone` is one of DONE, WAITS, STOPPED and
    NOTHING."""

    name: str | Promise
    value: str
    tone: str


class VerbShown(NamedTuple):
    """A verb and the address of its screen, or why it has none now."""

    label: str
    url: str = ""
    reason: str = ""
    is_serious: bool = False


class OnADesk(WagtailAdminTemplateMixin):
    """Mixed into a view of one row that has a page and a council: what stands around it on every
    tab. `slug` is its tab, `verbs` are those that belong there, `seeing` are the rights of which
    one lets somebody in."""

    tabs: Sequence[Tab] = ()
    slug = ""
    verbs: ClassVar[Sequence[Any]] = ()
    listing: Listing
    policy: CouncilPolicy
    seeing: ClassVar[Sequence[str]] = ("view",)
    parts_label: str | Promise = ""
    look = DESK_LOOK
    request: HttpRequest

    @property
    def kept(self) -> Any:
        """The row."""
        raise NotImplementedError

    def put_on_desk(self, row: Any) -> None:
        """What was found by the key of the address becomes `kept`."""
        raise NotImplementedError

    def desk_rows(self) -> QuerySet[Any]:
        """Where it is found, with what every screen prints."""
        raise NotImplementedError

    def told(self) -> Iterable[str]:
        """What follows the council's name below the title."""
        raise NotImplementedError

    def axes(self) -> Sequence[AxisShown]:
        raise NotImplementedError

    def verbs_shown(self) -> Sequence[VerbShown]:
        return ()

    def may(self, action: str, policy: CouncilPolicy | None = None) -> bool:
        """Whether the user may "change", "view"… in this council."""
        scope = (policy or self.policy).scope(self.request.user, action)
        return scope.covers(self.kept.council)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        shown = self.verbs_shown()
        return context | {
            "kept": self.kept,
            "told_below": list(filter(None, self.told())),
            "axes": self.axes(),
            "parts_label": self.parts_label,
            "tabs": self.tabs_shown(),
            "verbs_now": [verb for verb in shown if not verb.reason],
            "verbs_later": [verb for verb in shown if verb.reason],
            "may_change": self.may("change"),
            "media": context.get("media", Media()) + self.look,
        }

    def tabs_shown(self) -> list[TabShown]:
        return [
            TabShown(
                tab.label,
                self.listing.place(tab.slug, self.kept.pk),
                tab.badge(self.kept),
                tab.slug == self.slug,
            )
            for tab in self.tabs
        ]

    def get_page_subtitle(self) -> str:
        title: str = self.kept.page.title
        return title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            self.listing.crumb(),
            {"url": self.listing.place("edit", self.kept.pk), "label": self.kept.page.title},
            {"url": "", "label": self.get_page_title()},
        ]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        url = reverse("wagtailadmin_pages:edit", args=[self.kept.page_id])
        return [HeaderButton(gettext("Page"), url=url, icon_name="edit")]

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        history = self.listing.place("history", self.kept.pk)
        buttons = [Button(_("History"), url=history, icon_name="history", priority=50)]
        if url := self.kept.page.get_url(self.request):
            buttons.append(Button(_("View live"), url=url, icon_name="view", priority=60))
        return buttons


class ReadTab(OnADesk, TemplateView):
    """A tab that is read, with links to what can be done. Whoever has no right on the thing finds
    none there."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        scope = self.policy.scope_of_any(request.user, self.seeing)
        if not scope:
            raise PermissionDenied
        self.put_on_desk(found_within(self.desk_rows(), scope, "council", kwargs["pk"]))
        return super().dispatch(request, *args, **kwargs)


class DeskAskingView(OnADesk, AskingView):
    """A screen of one row that calls an action, and leads back to its tab."""

    def find(self) -> None:
        self.put_on_desk(found_within(self.desk_rows(), self.scope, "council", self.kwargs["pk"]))

    def row_facts(self, row: Any) -> Iterable[Fact]:
        """What is so of it now."""
        return ()

    def get_initial(self) -> dict[str, Any]:
        return {"version": self.kept.version}

    def now(self) -> Found:
        row: Model | None = self.desk_rows().filter(pk=self.kept.pk).first()
        return Found(row, self.row_facts(row) if row else ())

    def get_success_url(self) -> str:
        return self.listing.place(self.slug, self.kept.pk)


class DeskAskingTab(DeskAskingView):
    """A tab that is a form for those who may change the thing, and is read by the others."""

    template_name = "prcouncil_councils/admin/desk_ask.html"

    def reach(self) -> Scope:
        return self.policy.scope_of_any(self.request.user, self.seeing)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.may("change"):
            raise PermissionDenied
        response: HttpResponse = super().post(request, *args, **kwargs)
        return response


class DeskStepView(DeskAskingView):
    """The screen of a verb. Whoever comes when it is not due is told so where the thing is."""

    verb: Any
    serious: ClassVar[frozenset[Any]] = frozenset()

    def why_not(self) -> str:
        """Why it is not due now; empty where it is. The action decides once more."""
        raise NotImplementedError

    @property
    def is_serious(self) -> bool:  # type: ignore[override]
        return self.verb in self.serious

    @property
    def submit_button_label(self) -> str:  # type: ignore[override]
        return capfirst(str(self.verb.label))

    def get_page_title(self) -> str:
        return capfirst(str(self.verb.label))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if reason := self.why_not():
            messages.warning(request, reason)
            return redirect(self.get_success_url())
        response: HttpResponse = super().get(request, *args, **kwargs)
        return response
