"""The register and the persons as tables that leave the site."""

from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.exchange.tables import Column, DateColumn, Table


def _other_names(agency: Agency) -> str:
    return "؛ ".join(other.name for other in agency.other_names.all())


def _successors(agency: Agency) -> str:
    return "; ".join(sorted(row.successor.code for row in agency.successions.all()))


AGENCIES = Table(
    _("agencies"),
    [
        Column(_("code"), lambda agency: agency.code),
        Column(_("name"), lambda agency: agency.name),
        Column(_("name in English"), lambda agency: agency.name_en),
        Column(_("other names"), _other_names),
        Column(_("kind"), lambda agency: agency.get_kind_display()),
        Column(_("relation"), lambda agency: agency.get_relation_display()),
        Column(_("code of the body it belongs to"), lambda a: a.parent.code if a.parent else ""),
        Column(_("belongs to"), lambda agency: agency.parent.name if agency.parent else ""),
        Column(_("province"), lambda agency: agency.province.name if agency.province else ""),
        Column(_("ISO 3166-2 code"), lambda agency: agency.province and agency.province.code),
        Column(_("public relations by"), lambda agency: agency.get_pr_kind_display()),
        Column(_("website"), lambda agency: agency.website),
        Column(_("e-mail"), lambda agency: agency.email),
        Column(_("telephone"), lambda agency: agency.telephone),
        Column(_("address"), lambda agency: agency.address),
        Column(_("address in English"), lambda agency: agency.address_en),
        Column(_("postal code"), lambda agency: agency.postal_code),
        Column(_("what it does"), lambda agency: agency.summary),
        Column(_("what it does, in English"), lambda agency: agency.summary_en),
        DateColumn(_("founded on"), lambda agency: agency.founded_on),
        DateColumn(_("closed on"), lambda agency: agency.closed_on),
        Column(_("reason of closing"), lambda agency: agency.get_closing_reason_display()),
        Column(_("successors"), _successors),
    ],
    prepare=lambda agencies: agencies.select_related("parent", "province").prefetch_related(
        "other_names", "successions__successor"
    ),
)

PERSONS = Table(
    _("persons"),
    [
        Column(_("honorific"), lambda person: person.honorific_prefix),
        Column(_("name"), lambda person: person.name),
        Column(_("honorific in English"), lambda person: person.honorific_prefix_en),
        Column(_("name in English"), lambda person: person.name_en),
        Column(_("other posts"), lambda person: person.other_posts),
        Column(_("other posts in English"), lambda person: person.other_posts_en),
    ],
)
