"""What leaves the admin as CSV and XLSX, days in both calendars."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.audience.admin.rows import DAYS, ITEMS, Grouping
from wagtail_prcouncil.exchange.tables import Column, DateColumn, Table

COUNTED: Sequence[Column] = (
    Column(_("views"), lambda line: line.views),
    Column(_("useful"), lambda line: line.useful),
    Column(_("not useful"), lambda line: line.useless),
    Column(_("minutes with too many views"), lambda line: line.capped),
)

REASONS = Table(
    _("readers-reasons"),
    [
        Column(_("page"), lambda vote: vote.title),
        Column(_("code"), lambda vote: vote.about and vote.about.code),
        Column(_("address"), lambda vote: vote.about and vote.about.address),
        DateColumn(_("voted at"), lambda vote: vote.voted_at),
        Column(_("useful"), lambda vote: vote.is_useful),
        Column(_("reason"), lambda vote: vote.reason),
    ],
)


TOLD_APART: Sequence[Column] = (
    Column(_("code"), lambda line: line.code),
    Column(_("address"), lambda line: line.address),
    Column(_("page ID"), lambda line: line.page_id),
    Column(_("language"), lambda line: line.language),
)


def table_of(grouping: Grouping) -> Table:
    """Of the lines of a report; its days are columns of their own in a report by days only."""
    first = (
        DateColumn(grouping.heading, lambda line: line.day)
        if grouping is DAYS
        else Column(grouping.heading, lambda line: line.name)
    )
    apart = TOLD_APART if grouping is ITEMS else ()
    return Table(f"views-{grouping.slug}", [first, *COUNTED, *apart])
