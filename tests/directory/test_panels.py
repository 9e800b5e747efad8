import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.test import Client
from wagtail.users.models import UserProfile

from tests.directory.making import agency
from tests.directory.staff import address
from wagtail_prcouncil.directory.actions import close_agency
from wagtail_prcouncil.directory.models import Agency


@pytest.fixture
def closed(db: None) -> Agency:
    return close_agency(
        agency(), on=dt.date(2024, 3, 20), reason="merged", successors=[agency("سازمان نو")]
    )


def test_how_it_ended_is_shown_and_is_no_field(admin: Client, closed: Agency) -> None:
    response = admin.get(address("edit", closed))
    text = response.content.decode()
    assert "۱ فروردین ۱۴۰۳" in text
    assert address("edit", closed.successors().get()) in text
    assert not {"closed_on", "closing_reason"} & set(response.context["form"].fields)


def test_nothing_of_it_for_an_open_agency(admin: Client, closed: Agency) -> None:
    text = admin.get(address("edit", closed.successors().get())).content.decode()
    assert "prc-closing" not in text
    assert "prc-closing" in admin.get(address("edit", closed)).content.decode()


def test_english_editors_get_their_calendar(admin: Client, closed: Agency) -> None:
    UserProfile.objects.create(user=User.objects.get(), preferred_language="en")
    assert "20 March 2024" in admin.get(address("edit", closed)).content.decode()


@pytest.mark.parametrize("name", ["code", "telephone", "postal_code", "website", "email"])
def test_codes_run_from_left_to_right(admin: Client, name: str) -> None:
    form = admin.get(address("add")).context["form"]
    assert 'dir="ltr"' in str(form[name])
    assert 'dir="auto"' in str(form["name"])
