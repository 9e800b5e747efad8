"""Editing forms, mostly through the real admin: whose dates are Jalali, what an editor is told."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django import forms
from django.contrib.auth.models import User
from django.contrib.staticfiles import finders
from django.db import models
from django.templatetags.static import static
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import translation
from home.models import HomePage
from wagtail.admin.forms.models import formfield_for_dbfield, registry
from wagtail.admin.panels import get_form_for_model
from wagtail.admin.widgets import AdminDateInput
from wagtail.models import COMMENTS_RELATION_NAME, Page
from wagtail.test.utils.form_data import inline_formset

from tests.making import SmallSite
from tests.news.test_forms import add
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage, SectionPage
from wagtail_prcouncil.ui.forms import (
    PRCouncilModelForm,
    PRCouncilPageForm,
    TakesAnyKey,
    TakesAnyKeys,
    form_field,
    register_everywhere,
)
from wagtail_prcouncil.ui.jalali.form_fields import AdminJalaliDateField, SiteDateField

ELEMENT = "<jalali-date"


@pytest.fixture
def admin(db: None) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("chief", "chief@example.invalid", "x"))
    return client


def form_of(kind: type[Page]) -> forms.ModelForm:
    return kind.get_edit_handler().get_form_class()(instance=kind(), for_user=None)


@contextmanager
def speaking(language: str, **chosen: bool) -> Iterator[None]:
    with override_settings(WAGTAIL_PRCOUNCIL=chosen), translation.override(language):
        yield


@pytest.mark.short
@pytest.mark.parametrize("kind", [NewsPage, NewsIndexPage, SectionPage, HomePage])
def test_go_live_and_expiry_of_our_pages(kind: type[Page], db: None) -> None:
    for name in ("go_live_at", "expire_at"):
        with speaking("fa"):
            html = str(form_of(kind)[name])
        assert ELEMENT in html
        assert 'data-action="w-dialog:hidden-&gt;w-action#reset"' in html
        with speaking("en"):
            english = str(form_of(kind)[name])
        assert ELEMENT not in english
        assert "#schedule-publishing-dialog" in english


@pytest.mark.short
def test_pages_of_others_follow_the_setting(db: None) -> None:
    with speaking("fa", JALALI_EVERYWHERE=True):
        assert ELEMENT in str(form_of(Page)["go_live_at"])
    with speaking("fa"):
        assert ELEMENT not in str(form_of(Page)["go_live_at"])
    with speaking("en", JALALI_EVERYWHERE=True):
        assert ELEMENT not in str(form_of(Page)["go_live_at"])


def test_an_override_of_the_site_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(registry.values_by_class, models.DateField, {"widget": forms.TextInput})
    register_everywhere()
    field = formfield_for_dbfield(models.DateField())
    assert type(field.widget) is forms.TextInput
    monkeypatch.setitem(registry.values_by_class, models.DateField, {"widget": AdminDateInput})
    register_everywhere()
    assert isinstance(formfield_for_dbfield(models.DateField()), SiteDateField)


def test_fields_of_any_model() -> None:
    assert isinstance(form_field(models.DateField()), AdminJalaliDateField)
    chosen = form_field(models.DateField(choices=[(dt.date(2026, 3, 21), "Nowruz")]))
    assert isinstance(chosen, forms.TypedChoiceField)
    assert form_field(models.AutoField()) is None


@pytest.mark.parametrize(
    ("db_field", "direction"),
    [
        (models.CharField(), "auto"),
        (models.TextField(), "auto"),
        (models.SlugField(), "auto"),
        (models.EmailField(), "ltr"),
        (models.URLField(), "ltr"),
        (models.IntegerField(), None),
        (models.DateField(), None),
    ],
)
def test_text_finds_its_direction(db_field: models.Field, direction: str | None) -> None:
    assert form_field(db_field).widget.attrs.get("dir") == direction


def test_a_direction_that_a_panel_gave_stays() -> None:
    widget = forms.TextInput({"dir": "ltr"})
    assert form_field(models.CharField(), widget=widget).widget.attrs["dir"] == "ltr"


def test_headlines_carry_their_direction(db: None) -> None:
    form = form_of(NewsPage)
    assert {form[name].field.widget.attrs["dir"] for name in ("title", "lead", "kicker")} == {
        "auto"
    }


def test_rows_of_inline_panels_are_forms_of_ours() -> None:
    rows = {COMMENTS_RELATION_NAME: {"fields": ["text", "resolved_at"]}}
    form = get_form_for_model(Page, form_class=PRCouncilPageForm, fields=[], formsets=rows)
    row = form.formsets[COMMENTS_RELATION_NAME].form
    assert issubclass(row, PRCouncilModelForm)
    with speaking("fa"):
        assert ELEMENT in str(row()["resolved_at"])


def test_scheduled_in_jalali_and_stored_in_utc(site: SmallSite, admin: Client) -> None:
    assert add(admin, site, go_live_at="۱۴۷۹/۰۱/۰۱ ۱۰:۳۰").status_code == 302
    page = NewsPage.objects.get()
    assert not page.live
    stored = page.get_latest_revision_as_object().go_live_at
    assert stored == dt.datetime(2100, 3, 21, 7, 0, tzinfo=dt.UTC)


def test_a_day_that_does_not_exist_is_told_beside_the_field(site: SmallSite, admin: Client) -> None:
    response = add(admin, site, go_live_at="۱۴۷۷/۱۲/۳۰ ۱۰:۳۰", lead="لید می‌ماند")
    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["go_live_at"]
    html = response.content.decode()
    assert "۳۰ اسفند ۱۴۷۷" in html
    assert 'value="۱۴۷۷/۱۲/۳۰ ۱۰:۳۰"' in html
    assert "لید می‌ماند" in html


def test_what_is_not_chosen_is_said_in_words_of_ours(db: None) -> None:
    kind = models.CharField(choices=[("a", "A")])
    optional = models.CharField(choices=[("a", "A")], blank=True)
    named = models.CharField(choices=[("", "nothing"), ("a", "A")], blank=True)
    counted = form_field(models.IntegerField(choices=[(0, "none"), (1, "one")]))
    province = form_of(NewsPage).fields["province"]
    with translation.override("en"):
        labels = [str(dict(form_field(field).choices)[""]) for field in (kind, optional, named)]
        assert labels == ["Choose one", "Not chosen", "nothing"]
        assert [str(words) for _key, words in counted.choices] == ["Choose one", "none", "one"]
        assert province.empty_label == "Not chosen"


def test_a_field_of_several_lines_grows_with_its_words(db: None) -> None:
    for name in ("lead", "deck"):
        assert ('rows="1"' in str(form_of(NewsPage)[name])) == (name == "lead")


def test_screens_of_the_admin_link_our_style(admin: Client) -> None:
    html = admin.get(reverse("wagtailadmin_home")).content.decode()
    assert f'<link rel="stylesheet" href="{static("prcouncil_ui/admin.css")}">' in html
    assert finders.find("prcouncil_ui/admin.css")


@pytest.mark.parametrize("nonsense", ["abc", "9" * 20, "9" * 30, "-1", "0", "\0"])
@pytest.mark.parametrize("name", ["section", "agency", "quoted_agency", "province", "hero_image"])
def test_no_key_is_told_beside_its_field_and_nothing_is_lost(
    site: SmallSite, admin: Client, name: str, nonsense: str
) -> None:
    for action in ({}, {"action-publish": ""}):
        response = add(admin, site, **{name: nonsense}, lead="لید می‌ماند", **action)
        assert response.status_code == 200
        assert list(response.context["form"].errors) == [name]
        assert "لید می‌ماند" in response.content.decode()
    assert not NewsPage.objects.exists()


@pytest.mark.parametrize("nonsense", ["abc", "9" * 20, "-1", "\0"])
def test_the_same_in_a_row_of_an_inline_panel(
    site: SmallSite, admin: Client, nonsense: str
) -> None:
    response = add(admin, site, related_links=inline_formset([{"related": nonsense}]))
    assert response.status_code == 200
    (row,) = response.context["form"].formsets["related_links"].forms
    assert list(row.errors) == ["related"]
    assert not NewsPage.objects.exists()


def test_a_key_is_read_in_any_digits_and_by_its_own_kind() -> None:
    field = TakesAnyKey(queryset=Page.objects.all())
    for typed, kept in [("12", "12"), ("۱۲", "۱۲"), (12, 12), ("abc", None), ("9" * 20, None)]:
        assert field.prepare_value(typed) == kept
    by_name = TakesAnyKey(queryset=User.objects.all(), to_field_name="username")
    assert by_name.prepare_value("chief") == "chief"


def test_an_empty_line_of_many_is_unchanged() -> None:
    field = TakesAnyKey(queryset=Page.objects.all())
    assert not field.has_changed(None, "")
    assert field.has_changed(None, "12")


def test_a_field_that_a_site_has_registered_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    class Own(forms.ModelChoiceField):
        pass

    monkeypatch.setitem(registry.values_by_class, models.ForeignKey, {"form_class": Own})
    assert type(form_field(NewsPage._meta.get_field("province"))) is Own


@pytest.mark.parametrize("key", ["9" * 30, "x"])
def test_one_of_many_keys_that_could_be_none_is_told_beside_the_field(
    site: SmallSite, key: str
) -> None:
    field = TakesAnyKeys(queryset=Page.objects.all())
    assert list(field.clean([str(site.home.pk)])) == [Page.objects.get(pk=site.home.pk)]
    with pytest.raises(forms.ValidationError):
        field.clean([str(site.home.pk), key])
