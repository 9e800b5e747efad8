"""Editing forms through the real admin: whose dates are Jalali, and what an editor is told."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django import forms
from django.contrib.auth.models import User
from django.db import connection, models
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import translation
from home.models import HomePage
from wagtail.admin.forms.models import registry
from wagtail.admin.panels import FieldPanel, ObjectList, PublishingPanel
from wagtail.models import Page

from tests.making import SmallSite
from tests.news.test_forms import typed
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage, SectionPage
from wagtail_prcouncil.ui.form_fields import AdminJalaliDateTimeField, SiteDateTimeField
from wagtail_prcouncil.ui.forms import PRCouncilModelForm, form_field, register_everywhere

ELEMENT = "<jalali-date"


@pytest.fixture
def admin(db: None) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("chief", "chief@example.invalid", "x"))
    return client


def form_of(kind: type[Page]) -> forms.ModelForm:
    return kind.get_edit_handler().get_form_class()(instance=kind(), for_user=None)


@pytest.mark.parametrize("kind", [NewsPage, NewsIndexPage, SectionPage, HomePage])
def test_go_live_and_expiry_of_our_pages(kind: type[Page], db: None) -> None:
    for name in ("go_live_at", "expire_at"):
        with override_settings(WAGTAIL_PRCOUNCIL={}), translation.override("fa"):
            html = str(form_of(kind)[name])
        assert ELEMENT in html
        assert 'data-action="w-dialog:hidden-&gt;w-action#reset"' in html
        with translation.override("en"):
            english = str(form_of(kind)[name])
        assert ELEMENT not in english
        assert "#schedule-publishing-dialog" in english
