"""Model fields that our page types share. Migrations name these paths: they are frozen."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models.deletion import Collector, ProtectedError
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.fields import RichTextField, StreamField

from wagtail_prcouncil.persian.digits import to_ascii
from wagtail_prcouncil.persian.text import canonical

is_telephone = RegexValidator(
    r"^\+?[0-9][0-9 ()\-]{2,}\Z",
    _("Write digits, spaces, hyphens and brackets, a + before the country's code: +98 21 0000."),
)
is_postal_code = RegexValidator(r"^[0-9]{10}\Z", _("A postal code has ten digits."))
_BETWEEN_DIGITS = str.maketrans("", "", " \t\n-\u00a0\u200c")


class OpenStreamField(StreamField):
    """A stream whose blocks a site may extend without a migration (rule A5).

    The blocks are left out of the deconstructed field, so a site that adds one to our page
    gets nothing to migrate. The price: data migrations over nested paths must bring their
    own block definition.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs


class CanonicalFormField(forms.CharField):
    """Words as they will be stored, before anything is asked of them: what is nothing but
    half-spaces is no answer."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(canonical(value) if isinstance(value, str) else value)


class _Canonical(models.Field):
    """Stores `persian.text.canonical` of what was typed, whoever typed it: form or importer."""

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        """Where there are no choices, one that reads what was typed as it is stored."""
        return super().formfield(**({"form_class": CanonicalFormField} | kwargs))

    def to_python(self, value: Any) -> Any:
        """Before the length is checked: «خانۀ» typed with one letter is stored with two."""
        value = super().to_python(value)
        return canonical(value) if isinstance(value, str) else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            value = canonical(value)
            setattr(model_instance, self.attname, value)
        return value


class CanonicalCharField(_Canonical, models.CharField):
    """One line of words, stored with Persian letters and tidy half-spaces."""


class CanonicalTextField(_Canonical, models.TextField):
    """Several lines of words, stored with Persian letters and tidy half-spaces."""


class CanonicalRichTextField(_Canonical, RichTextField):
    """Rich text, its words stored with Persian letters and tidy half-spaces."""


class DigitsField(models.CharField):
    """A number that counts nothing: it is dialled or written on envelopes. Stored in ASCII,
    whatever digits were typed."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return to_ascii(value).strip() if isinstance(value, str) else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = self.to_python(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value


class TelephoneField(DigitsField):
    """As people write it, "+98 21 0000"; `dialled` gives what a telephone takes."""

    default_validators = [is_telephone]


class PostalCodeField(DigitsField):
    """An Iranian postal code: ten digits. Hyphens and spaces that were typed are dropped."""

    default_validators = [is_postal_code]

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return value.translate(_BETWEEN_DIGITS) if isinstance(value, str) else value

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        """What will be dropped may be typed: the length is checked afterwards, by the model."""
        return super().formfield(**({"max_length": None} | kwargs))


def dialled(telephone: str) -> str:
    """For `tel:`: "+98 (21) 0000" → "+98210000"."""
    return "".join(sign for sign in to_ascii(telephone) if sign == "+" or sign.isdecimal())


def hand_over(
    collector: Collector,
    field: models.ForeignKey,
    sub_objs: models.QuerySet[Any],
    using: str,
) -> None:
    """`on_delete` of a fact row that hangs on an original page (rule A18).

    The row goes to what is the original among the pages that stay: the translation in the
    default language, else the oldest. With none left the link is emptied, and the fact (a news
    code, say) outlives the page.
    """
    for row, heir in _heirs(collector, field, sub_objs, using):
        collector.add_field_update(field, heir, [row])


def hand_over_or_go(
    collector: Collector,
    field: models.ForeignKey,
    sub_objs: models.QuerySet[Any],
    using: str,
) -> None:
    """The same for a row that says nothing without its page: with no page left, or where the heir
    has one of its own and may have no second, it goes. In a transaction it waits for an action that
    holds the row, and sees what that has left."""
    if transaction.get_connection(using).in_atomic_block:
        sub_objs = sub_objs.select_for_update(of=("self",))
    found = _heirs(collector, field, sub_objs, using)
    taken: set[Any] = set()
    if field.unique:
        heirs = {f"{field.name}__in": [heir for _row, heir in found if heir]}
        rows = field.model._base_manager.using(using).filter(**heirs)
        taken = set(rows.values_list(field.attname, flat=True))
    for row, heir in found:
        if heir is None or heir in taken:
            collector.collect([row], source=field.remote_field.model, source_attr=field.name)
        else:
            collector.add_field_update(field, heir, [row])


def hand_over_or_hold(
    collector: Collector,
    field: models.ForeignKey,
    sub_objs: models.QuerySet[Any],
    using: str,
) -> None:
    """The same for a row of which something else may hang: with no page left the deletion is
    refused (ProtectedError), and the admin lists these rows (rule A20)."""
    found = _heirs(collector, field, sub_objs, using)
    held = {row for row, heir in found if heir is None}
    if held:
        raise ProtectedError(f"{field.model._meta.label}.{field.name} holds the page.", held)
    for row, heir in found:
        collector.add_field_update(field, heir, [row])


def _heirs(
    collector: Collector,
    field: models.ForeignKey,
    sub_objs: models.QuerySet[Any],
    using: str,
) -> list[tuple[models.Model, Any]]:
    """Each of the rows with the key of the page that inherits it, None where none is left."""
    model = field.remote_field.model
    pages = model._base_manager.using(using)
    going = {
        page.pk
        for kind, found in collector.data.items()
        if issubclass(kind, model)
        for page in found
    }
    default = get_supported_content_language_variant(settings.LANGUAGE_CODE)
    rows = list(sub_objs)
    keys = dict(
        pages.filter(pk__in=[getattr(row, field.attname) for row in rows]).values_list(
            "pk", "translation_key"
        )
    )
    staying = pages.filter(translation_key__in=set(keys.values()), alias_of=None).order_by("pk")
    heirs: dict[Any, Any] = {}
    ranked = staying.values_list("pk", "translation_key", "locale__language_code")
    for pk, key, _language in sorted(ranked, key=lambda page: page[2] != default):
        if pk not in going:
            heirs.setdefault(key, pk)
    return [(row, heirs.get(keys.get(getattr(row, field.attname)))) for row in rows]
