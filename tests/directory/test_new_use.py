"""The forms here are small ones of each sort; `tests/news` holds the same in the real admin."""

import datetime as dt
from typing import Any

import pytest
from django import forms
from django.http import QueryDict
from django.utils.http import urlencode
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.blocks import BlockField, ListBlock, StructBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from tests.directory.making import agency, left_below
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.directory.new_use import RefusesClosedAgencies

pytestmark = pytest.mark.django_db


def closed(name: str = "") -> Agency:
    return agency(name, closed_on=dt.date(2020, 1, 1), closing_reason="abolished")


class ParentForm(RefusesClosedAgencies, WagtailAdminModelForm):
    """A chooser of one agency."""

    class Meta:
        model = Agency
        fields = ("parent",)


class SeveralForm(RefusesClosedAgencies, forms.Form):
    """A chooser of several agencies."""

    guests = forms.ModelMultipleChoiceField(Agency.objects.all(), required=False)


class StreamForm(RefusesClosedAgencies, forms.Form):
    """A stream that names agencies deep inside."""

    hosts = BlockField(block=ListBlock(StructBlock([("agency", SnippetChooserBlock(Agency))])))


def errors(form: forms.BaseForm) -> dict[str, Any]:
    return dict(form.errors.items())


def test_a_closed_agency_is_refused_beside_its_field() -> None:
    row, gone = agency(), closed("سازمان دخانیات نمونه")
    form = ParentForm({"parent": gone.pk}, instance=row)
    assert list(errors(form)) == ["parent"]
    assert "سازمان دخانیات نمونه" in str(form.errors)
    assert ParentForm({"parent": agency().pk}, instance=row).is_valid()
    assert ParentForm({"parent": ""}, instance=row).is_valid()


def test_what_was_named_before_the_closing_stays() -> None:
    gone = closed()
    row = left_below(gone)
    assert ParentForm({"parent": gone.pk}, instance=row).is_valid()
    assert not ParentForm({"parent": closed().pk}, instance=row).is_valid()


def test_a_copy_is_a_new_use() -> None:
    gone = closed()
    row = left_below(gone)
    row.pk = None
    assert not ParentForm({"parent": gone.pk}, instance=row).is_valid()


def test_one_closed_agency_among_several() -> None:
    gone, other = closed("سازمان دخانیات نمونه"), agency("سازمان آب نمونه")
    form = SeveralForm({"guests": [gone.pk, other.pk]})
    assert list(errors(form)) == ["guests"]
    assert "دخانیات" in str(form.errors)
    assert "آب" not in str(form.errors)
    assert SeveralForm({"guests": [other.pk]}).is_valid()


def in_stream(*chosen: Agency) -> dict[str, str]:
    data = {"hosts-count": str(len(chosen))}
    for place, one in enumerate(chosen):
        data |= {
            f"hosts-{place}-deleted": "",
            f"hosts-{place}-order": str(place),
            f"hosts-{place}-type": "",
            f"hosts-{place}-id": "",
            f"hosts-{place}-value-agency": str(one.pk),
        }
    return data


def test_a_closed_agency_in_a_stream() -> None:
    assert StreamForm(in_stream(agency())).is_valid()
    assert list(errors(StreamForm(in_stream(agency(), closed())))) == ["hosts"]


class GuestsForm(RefusesClosedAgencies, forms.Form):
    """With rows below it, as an inline panel has them."""

    title = forms.CharField()

    def __init__(self, words: dict[str, str]) -> None:
        data = QueryDict(urlencode(words))
        super().__init__(data)
        rows = forms.formset_factory(SeveralForm, can_delete=True)
        self.formsets = {"rows": rows(data, prefix="rows")}


def test_rows_of_an_inline_panel() -> None:
    gone, other = closed(), agency()
    data = {"title": "نشست", "rows-TOTAL_FORMS": "2", "rows-INITIAL_FORMS": "0"}
    data |= {"rows-0-guests": str(other.pk), "rows-1-guests": str(gone.pk)}
    form = GuestsForm(data)
    form.is_valid()
    assert form.formsets["rows"].errors[0] == {}
    assert list(form.formsets["rows"].errors[1]) == ["guests"]
    assert not form.formsets["rows"].is_valid()
    taken_away = GuestsForm(data | {"rows-1-DELETE": "on"})
    taken_away.is_valid()
    assert taken_away.formsets["rows"].is_valid()
