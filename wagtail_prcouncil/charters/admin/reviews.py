"""A tab of the desk: whether agencies keep to what can be measured, year by year."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import View

from wagtail_prcouncil.charters.admin.policies import CHARTERS, REVIEWS
from wagtail_prcouncil.charters.admin.review_exports import REVIEWS as REVIEWS_TABLE
from wagtail_prcouncil.charters.admin.review_exports import Reviewed
from wagtail_prcouncil.charters.admin.review_table import ReviewTable
from wagtail_prcouncil.charters.admin.tabs import CharterTab, tab_url
from wagtail_prcouncil.charters.models import CharterVersion, ClauseReview
from wagtail_prcouncil.councils.admin.asking import found_within
from wagtail_prcouncil.councils.admin.desk import Tab
from wagtail_prcouncil.councils.admin.policies import SEEING
from wagtail_prcouncil.exchange.downloads import CONTENT_TYPES, download
from wagtail_prcouncil.pages.numerals import in_digits
from wagtail_prcouncil.uploads.handing_out import handed_out


class ReviewsTab(CharterTab):
    """A table of a year, which is also handed out as a file."""

    slug = "reviews"
    template_name = "prcouncil_charters/admin/reviews.html"
    page_title = _("Reviews of clauses")

    @cached_property
    def versions(self) -> list[CharterVersion]:
        """With their texts: the clauses are read from them."""
        rows = list(self.charter.versions.latest_first())
        for row in rows:
            row.charter = self.charter
        return rows

    @property
    def sees(self) -> bool:
        return any(self.may(action, REVIEWS) for action in SEEING)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.table = ReviewTable(self.charter, request.GET.get("year", ""), self.versions)
        if "export" not in request.GET:
            return super().get(request, *args, **kwargs)
        if not (self.sees and self.may("export", CHARTERS)):
            raise PermissionDenied
        if request.GET["export"] not in CONTENT_TYPES:
            raise Http404("There is no such kind of file.")
        rows = [
            Reviewed(self.table.clauses.get(anchor), row)
            for (anchor, _agency), row in self.table.reviews.items()
        ]
        return download(REVIEWS_TABLE, rows, request.GET["export"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "sees": self.sees,
            "table": self.table if self.sees else None,
            "years": [
                (str(year), in_digits(year), year == self.table.year) for year in self.table.years
            ],
            "year_name": in_digits(self.table.year),
            "exports": self._exports() if self.sees and self.may("export", CHARTERS) else [],
            "may_add": self.may("add", REVIEWS),
            "may_correct": self.may("change", REVIEWS),
        }

    def _exports(self) -> list[tuple[str, str]]:
        """What a kind of file is called, and where it is."""
        here = f"{tab_url(self.charter, self.slug)}?year={self.table.year}"
        return [(kind.upper(), f"{here}&export={kind}") for kind in CONTENT_TYPES]


class EvidenceView(View):
    """The file of a review is read out to whoever sees the review (rule A21)."""

    tabs: Sequence[Tab] = ()
    http_method_names = ("get", "head")

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        scope = REVIEWS.scope_of_any(request.user, SEEING)
        row = found_within(ClauseReview.objects.all(), scope, "charter__council", pk)
        return handed_out(row.evidence_file)
