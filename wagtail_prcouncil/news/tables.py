"""News as a table that leaves the site: the desk's list."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.exchange.tables import Column, DateColumn, Table
from wagtail_prcouncil.news.admin.desk_states import states_of
from wagtail_prcouncil.news.models import NewsPage, Publication
from wagtail_prcouncil.news.states import UpdateKind


def last_publication() -> QuerySet[Publication]:
    """Of the item of an outer query: when it last went out or changed in public."""
    out = Publication.objects.filter(page_id=OuterRef("pk")).exclude(kind=UpdateKind.WITHDRAWAL)
    return out.order_by("-at", "-pk")


def _states(page: NewsPage) -> str:
    return gettext(", ").join(str(state.label) for state in states_of(page))


def _prepared(pages: QuerySet[Any]) -> QuerySet[Any]:
    """A login and not a name: it is what tells two of one name apart."""
    login = f"by__{get_user_model().USERNAME_FIELD}"
    pages = pages.annotate(last_publisher=Subquery(last_publication().values(login)[:1]))
    return pages.prefetch_related("section", "agency", "province", "locale")


NEWS = Table(
    _("news"),
    [
        Column(_("news code"), lambda page: page.code),
        Column(_("kicker"), lambda page: page.kicker),
        Column(_("headline"), lambda page: page.title),
        Column(_("language"), lambda page: page.locale.language_code),
        Column(_("section"), lambda page: page.section and page.section.title),
        Column(_("agency"), lambda page: page.byline),
        Column(_("province"), lambda page: page.province_name),
        Column(_("status"), _states),
        DateColumn(_("published at"), lambda page: page.published_at),
        DateColumn(_("modified at"), lambda page: page.modified_at),
        DateColumn(_("embargo until"), lambda page: page.embargoed_until),
        Column(_("published last by"), lambda page: page.last_publisher),
        Column(_("address"), lambda page: page.full_url),
    ],
    prepare=_prepared,
)
