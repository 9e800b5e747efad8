"""Agencies for tests."""

from itertools import count
from typing import Any

from wagtail.models import Page

from tests.making import SmallSite, translated
from tests.staging import staged
from wagtail_prcouncil.directory.models import Agency, AgencyIndexPage
from wagtail_prcouncil.directory.states import AgencyKind

_numbers = count(1)


@staged
def agency(name: str = "", **fields: Any) -> Agency:
    """An open agency with a code and a name of its own."""
    number = next(_numbers)
    words = {"name": name or f"سازمان شمارهٔ {number}", "code": f"org-{number}"}
    return Agency.objects.create(**(words | {"kind": AgencyKind.ORGANISATION} | fields))


@staged
def left_below(closed: Agency) -> Agency:
    """An open agency below a closed one, as no rule lets one come there."""
    row = agency()
    Agency.objects.filter(pk=row.pk).update(parent=closed)
    return Agency.objects.get(pk=row.pk)


@staged
def register(site: SmallSite) -> AgencyIndexPage:
    """The public register, live, with its English translation."""
    home, home_en = (Page.objects.get(pk=page.pk) for page in (site.home, site.home_en))
    page = home.add_child(
        instance=AgencyIndexPage(
            title="دستگاه‌ها", slug="agencies", locale=site.fa, show_in_menus=True
        )
    )
    translated(page, home_en, site.en, title="Agencies", slug="agencies", show_in_menus=True)
    return page
