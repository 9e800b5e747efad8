"""What a line of a register file may say of an agency."""

from collections.abc import Iterable, Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.directory.models import Agency, AgencyName, Province
from wagtail_prcouncil.directory.states import AgencyKind, ClosingReason, PRKind, Relation
from wagtail_prcouncil.exchange.columns import (
    DayColumn,
    ImportColumn,
    of_field,
    one_of,
    several,
)
from wagtail_prcouncil.exchange.tables import Words

# Columns whose value is a column of the table, written as it is.
PLAIN = (
    *("name", "name_en", "kind", "relation", "pr_kind", "summary", "summary_en", "website"),
    *("email", "telephone", "address", "address_en", "postal_code", "founded_on"),
)
CLOSING = ("closed_on", "closing_reason", "successors")
_NAME_MARKS = "؛|"
_CODE_MARKS = "؛;،,| "


def columns(provinces: Iterable[Province]) -> list[ImportColumn]:
    return [*_names(), *_place(provinces), *_contact(), *_life()]


def _names() -> list[ImportColumn]:
    return [
        ImportColumn("code", _("code"), code, aliases=("کد", "شناسه"), example="roads-qazvin"),
        _plain("name", _("name"), ("نام", "نام دستگاه"), "ادارهٔ کل راه قزوین"),
        _plain("name_en", _("name in English"), ("نام انگلیسی",), "Qazvin Roads Directorate"),
        ImportColumn(
            "other_names",
            _("other names"),
            several(_NAME_MARKS, of_field(AgencyName._meta.get_field("name"))),
            show="؛ ".join,
            aliases=("نام‌های دیگر",),
            example="راه قزوین؛ ادارهٔ راه",
        ),
    ]


def _place(provinces: Iterable[Province]) -> list[ImportColumn]:
    names = {p.code: [p.name, p.name_en, f"استان {p.name}"] for p in provinces}
    return [
        _choice("kind", _("kind"), AgencyKind, ("نوع",), AgencyKind.PROVINCIAL_DIRECTORATE.label),
        ImportColumn(
            "parent",
            _("code of the body it belongs to"),
            lambda text: code(text) if text else "",
            aliases=(_("parent code"), "کد بالادست", "کد دستگاه بالادست"),
            example="roads",
        ),
        _choice(
            "relation", _("relation"), Relation, ("نسبت", "وابستگی"), Relation.SUBORDINATE.label
        ),
        ImportColumn(
            "province",
            _("province"),
            one_of(names),
            show=lambda value: names[value][0] if value in names else "",
            aliases=(_("ISO 3166-2 code"), "استان", "کد استان"),
            example="قزوین",
        ),
        _choice("pr_kind", _("public relations by"), PRKind, ("روابط عمومی",), PRKind.UNIT.label),
    ]


def _contact() -> list[ImportColumn]:
    return [
        _plain("website", _("website"), ("وبگاه", "وب‌سایت"), "https://roads.example.ir/"),
        _plain("email", _("e-mail"), ("رایانامه", "ایمیل"), "info@roads.example.ir"),
        _plain("telephone", _("telephone"), ("تلفن",), "028-33330000"),
        _plain("address", _("address"), ("نشانی", "آدرس"), "قزوین، خیابان نمونه"),
        _plain("address_en", _("address in English"), ("نشانی انگلیسی",)),
        _plain("postal_code", _("postal code"), ("کد پستی",), "3413313131"),
        _plain("summary", _("what it does"), ("شرح وظایف", "معرفی")),
        _plain("summary_en", _("what it does, in English"), ("معرفی انگلیسی",)),
    ]


def _life() -> list[ImportColumn]:
    return [
        DayColumn("founded_on", _("founded on"), aliases=("تاریخ تأسیس",), example="1370/02/01"),
        DayColumn("closed_on", _("closed on"), aliases=("تاریخ بسته شدن", "تاریخ انحلال")),
        _choice("closing_reason", _("reason of closing"), ClosingReason, ("علت بسته شدن",)),
        ImportColumn(
            "successors",
            _("successors"),
            lambda text: tuple(sorted(several(_CODE_MARKS, code)(text))),
            show="، ".join,
            aliases=("جانشین‌ها", "کد جانشین", "کد جانشین‌ها"),
        ),
    ]


def code(text: str) -> str:
    """In ASCII digits and small letters, as addresses have it."""
    return str(of_field(Agency._meta.get_field("code"), ascii_digits=True)(text.lower()))


def _plain(name: str, heading: Words, aliases: tuple[str, ...], example: str = "") -> ImportColumn:
    model_field = Agency._meta.get_field(name)
    return ImportColumn(name, heading, of_field(model_field), aliases=aliases, example=example)


def _choice(
    name: str,
    heading: Words,
    choices: type[models.TextChoices],
    aliases: tuple[str, ...],
    example: Words = "",
) -> ImportColumn:
    labels: Mapping[str, list[Words]] = {value: [label] for value, label in choices.choices}
    shown = dict(choices.choices)
    return ImportColumn(
        name,
        heading,
        one_of(labels),
        show=lambda value: str(shown.get(value, "")),
        aliases=aliases,
        example=example,
    )
