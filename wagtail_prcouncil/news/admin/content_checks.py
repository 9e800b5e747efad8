"""The advice before publishing among Wagtail's content checks, beside the preview.

Wagtail checks with axe what the preview shows. Our findings are made on the server, since only
`persian` knows Persian: in a preview, and nowhere else, a page carries a mark for each, and a rule
of axe's that always fails on such a mark tells it. In Wagtail 7.4 and 8.0 alike.
"""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.models import Page

from wagtail_prcouncil.news.admin.advice import SENTENCES, findings
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.ui.slots import PageSlot

CHECK = "prc-is-marked"


class NewsContentChecker(ContentCheckerItem):
    """Wagtail's own checks and ours."""

    def get_axe_run_only(self, request: HttpRequest) -> list[str]:
        return [*(super().get_axe_run_only(request) or []), *map(_rule, SENTENCES)]

    def get_axe_custom_rules(self, request: HttpRequest) -> list[dict[str, Any]]:
        ours = [
            {
                "id": _rule(kind),
                "impact": "minor",
                "selector": f'[data-prc-finding="{kind}"]',
                "tags": ["best-practice"],
                "none": [CHECK],
                "enabled": True,
            }
            for kind in SENTENCES
        ]
        return [*super().get_axe_custom_rules(request), *ours]

    def get_axe_custom_checks(self, request: HttpRequest) -> list[dict[str, Any]]:
        """One that is true of every mark, by a function that axe brings: a mark has words."""
        always = {"id": CHECK, "evaluate": "has-text-content-evaluate"}
        return [*super().get_axe_custom_checks(request), always]

    def get_axe_messages(self, request: HttpRequest) -> dict[str, Any]:
        help_text = _("It can be published all the same.")
        ours = {
            _rule(kind): {"error_name": sentence, "help_text": help_text}
            for kind, sentence in SENTENCES.items()
        }
        return super().get_axe_messages(request) | ours


def _rule(kind: str) -> str:
    return f"prc-{kind.replace('_', '-')}"


def add_checks(request: HttpRequest, items: list[Any], page: Page | None) -> None:
    """For news; a checker of the site's own is left alone."""
    if not isinstance(page, NewsPage):
        return
    for place, item in enumerate(items):
        if isinstance(item, ContentCheckerItem) and type(item).__module__.startswith("wagtail."):
            items[place] = NewsContentChecker(in_editor=item.in_editor)


def marks(page: NewsPage, request: HttpRequest) -> dict[str, Any] | None:
    """In a preview only: readers' pages are not looked through."""
    if not getattr(request, "is_preview", False):
        return None
    return {"findings": findings(page)}


MARKS = PageSlot("body_end", "prcouncil_news/slots/findings.html", marks, page_types=(NewsPage,))
