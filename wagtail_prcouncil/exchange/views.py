"""Importing in the admin: upload, report, start; `actions` decides, these ask and tell."""

import time
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.views.generic import FormView, TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from wagtail_prcouncil.exchange import actions
from wagtail_prcouncil.exchange.downloads import CONTENT_TYPES, download
from wagtail_prcouncil.exchange.forms import UploadForm
from wagtail_prcouncil.exchange.headings import HeadingsError
from wagtail_prcouncil.exchange.kinds import ImportKind, installed
from wagtail_prcouncil.exchange.models import ImportRun, ImportRunQuerySet
from wagtail_prcouncil.exchange.reports import shown_lines, tallies
from wagtail_prcouncil.exchange.states import RunState
from wagtail_prcouncil.exchange.tables import Column, Table

RUNS_SHOWN = 30
LINES_SHOWN = 50
SECONDS_AT_ONCE = 3  # of importing, before the browser hears how far it is


class _ForImporters:
    """Mixed into views that only those see who may import their kind."""

    request: Any  # with a user: Wagtail has let nobody in who is not logged in
    kind_name = ""
    index_url_name = run_url_name = verb_url_name = template_url_name = ""

    @cached_property
    def kind(self) -> ImportKind:
        return installed()[self.kind_name]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perms(self.kind.permissions):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def run(self, pk: int) -> ImportRun:
        runs = self.runs().select_related("checked_by", "started_by")
        return get_object_or_404(runs, pk=pk)

    def runs(self) -> ImportRunQuerySet:
        return self.kind.runs_of(self.request.user, ImportRun.objects.of_kind(self.kind_name))

    def run_url(self, run: ImportRun) -> str:
        return reverse(self.run_url_name, args=[run.pk])


class _ImportPage(_ForImporters, WagtailAdminTemplateMixin):
    header_icon = "upload"

    def get_page_title(self) -> str:
        return gettext("Import: %(things)s") % {"things": self.kind.label}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            index_url=reverse(self.index_url_name),
            run_url_name=self.run_url_name,
            verb_url_name=self.verb_url_name,
            **kwargs,
        )


class UploadView(_ImportPage, FormView):
    """The file to check, and the imports so far."""

    form_class = UploadForm
    template_name = "prcouncil_exchange/upload.html"

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        runs = self.runs().light().select_related("checked_by")
        kinds = {kind: reverse(self.template_url_name, args=[kind]) for kind in CONTENT_TYPES}
        return super().get_context_data(runs=runs[:RUNS_SHOWN], template_urls=kinds, **kwargs)

    def form_valid(self, form: UploadForm) -> HttpResponse:
        name = form.cleaned_data["file"].name
        try:
            run = actions.check_file(self.kind, form.read, file_name=name, by=self.request.user)
        except HeadingsError as error:
            form.add_error("file", str(error))
            return self.form_invalid(form)
        return redirect(self.run_url(run))

    def form_invalid(self, form: UploadForm) -> HttpResponse:
        status = 413 if form.is_too_big else 422
        return self.render_to_response(self.get_context_data(form=form), status=status)


class RunView(_ImportPage, TemplateView):
    """What a file would do, line by line, and how far it has been done."""

    template_name = "prcouncil_exchange/run.html"

    def get_page_subtitle(self) -> str:
        return str(self.shown)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        index = {"url": reverse(self.index_url_name), "label": self.get_page_title()}
        return [*self.breadcrumbs_items, index, {"url": "", "label": str(self.shown)}]

    @cached_property
    def shown(self) -> ImportRun:
        return self.run(self.kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        run, wanted = self.shown, self.request.GET.get("state", "")
        outcomes = [o for o in run.outcomes if not wanted or o.state == wanted]
        page = Paginator(outcomes, LINES_SHOWN).get_page(self.request.GET.get("p"))
        return super().get_context_data(
            run=run,
            tallies=tallies(run),
            wanted=wanted,
            goes_on=self.request.GET.get("go") == str(run.next_step),
            page_obj=page,
            lines=shown_lines(list(page), self.kind.columns()),
            **kwargs,
        )


class VerbView(_ForImporters, View):
    """POST: start or go on, check again, withdraw.

    Whoever has pressed the button stays on a page that goes on by itself; its address, `?go=` with
    the changes written so far, does nothing for anybody who opens it later.
    """

    http_method_names: ClassVar[list[str]] = ["post"]

    def post(self, request: HttpRequest, pk: int, verb: str) -> HttpResponse:
        run = self.run(pk)
        verbs = {
            "start": self._start,
            "advance": self._advance,
            "check": lambda run: actions.check_again(run, by=self.request.user),
            "withdraw": lambda run: actions.withdraw(run, by=self.request.user),
        }
        if verb not in verbs:
            raise Http404
        try:
            verbs[verb](run)
        except actions.ImportRunError as error:
            messages.error(request, str(error))
        else:
            self._tell(run)
            if run.state == RunState.RUNNING:
                return redirect(f"{self.run_url(run)}?go={run.next_step}")
        return redirect(self.run_url(run))

    def _start(self, run: ImportRun) -> None:
        self._advance(actions.start(run, by=self.request.user))

    def _advance(self, run: ImportRun) -> None:
        until = time.monotonic() + SECONDS_AT_ONCE
        actions.advance(run, by=self.request.user)
        while run.state == RunState.RUNNING and time.monotonic() < until:
            actions.advance(run, by=self.request.user)

    def _tell(self, run: ImportRun) -> None:
        if run.state == RunState.DONE:
            messages.success(self.request, gettext("The import is done."))
        elif run.state == RunState.FAILED:
            messages.error(self.request, run.failure)
        elif run.state == RunState.WITHDRAWN and run.next_step:
            words = {"written": run.next_step, "all": len(run.steps)}
            sentence = gettext(
                "Given up. %(written)d of %(all)d changes had been written; they stay."
            )
            messages.warning(self.request, sentence % words)


class TemplateFileView(_ForImporters, View):
    """A file to fill in: the headings, and one line as an example."""

    def get(self, request: HttpRequest, file_kind: str) -> HttpResponseBase:
        if file_kind not in CONTENT_TYPES:
            raise Http404
        columns = [Column(c.title(), lambda _row, c=c: c.example) for c in self.kind.columns()]
        return download(Table(self.kind.label, columns), [None], file_kind)
