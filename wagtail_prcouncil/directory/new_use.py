"""A closed agency keeps its history and accepts no new use: held wherever a form may name one."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from wagtail.blocks import BlockField

from wagtail_prcouncil.directory.models import Agency


class RefusesClosedAgencies(forms.BaseForm):
    """Mixed into an editing form, before its base: a closed agency is refused beside the field
    that names it, unless the row or its latest draft names it there already.

    Holds for choosers of one agency or of several, for streams, and in rows of inline panels:
    `class NewsPageForm(RefusesClosedAgencies, PRCouncilPageForm)`.
    """

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        # What is being added names nothing yet, even a copy that starts from another's words.
        instance = getattr(self, "instance", None)
        is_kept = instance is not None and instance.pk is not None
        for form in _with_rows(self):
            for name, chosen in _agencies(form.cleaned_data, form.fields).items():
                before = _agencies(form.initial, form.fields).get(name) if is_kept else None
                _refuse(form, name, chosen - (before or set()))
        return cleaned


def _with_rows(form: forms.BaseForm) -> Iterator[forms.BaseForm]:
    """The form and, below it, the forms of rows that stay; all of them cleaned."""
    yield form
    for formset in getattr(form, "formsets", {}).values():
        for row in formset.forms:
            if row.is_valid() and not row.cleaned_data.get("DELETE"):
                yield from _with_rows(row)


def _agencies(values: Mapping[str, Any], fields: dict[str, forms.Field]) -> dict[str, set[int]]:
    """Keys of the agencies that each field names, for fields that may name any."""
    named: dict[str, set[int]] = {}
    for name, field in fields.items():
        value = values.get(name)
        if isinstance(field, BlockField):
            references = field.block.extract_references(value) if value else ()
            named[name] = {int(key) for model, key, *_ in references if _is_agency(model)}
        elif isinstance(field, forms.ModelChoiceField) and _is_agency(field.queryset.model):
            named[name] = {_key(one) for one in _listed(value)}
    return named


def _is_agency(model: type) -> bool:
    return issubclass(model, Agency)


def _listed(value: Any) -> Iterable[Any]:
    """A chooser's value is one agency or several, as rows or (before) as keys."""
    if value is None or value == "":
        return ()
    return (value,) if isinstance(value, Agency | int | str) else value


def _key(agency: Any) -> int:
    return agency.pk if isinstance(agency, Agency) else int(agency)


def _refuse(form: forms.BaseForm, name: str, keys: set[int]) -> None:
    for agency in Agency.objects.filter(pk__in=keys).exclude(closed_on=None).by_name():
        try:
            agency.refuse_new_use()
        except ValidationError as error:
            form.add_error(name, error)
