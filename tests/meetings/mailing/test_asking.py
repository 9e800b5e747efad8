"""Agencies are asked for reports."""

from typing import Any

import pytest
from django.test import override_settings

from tests.councils.making import seat
from tests.directory.making import agency
from tests.making import SmallSite
from tests.meetings.mailing.posted import only, recipient, to, waiting
from tests.meetings.making import announced, fresh, item, staffed_council
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.actions import reporting
from wagtail_prcouncil.meetings.models import MemberReport
from wagtail_prcouncil.meetings.states import Visibility


def asked(site: SmallSite, **about: Any) -> list[MemberReport]:
    """Of an agency on the list and of one that has an address of its own; about an item, where
    one is described."""
    page = staffed_council(site)
    listed, other = agency(), agency(email="pr@example.ir")
    recipient(page, "member@example.ir", seat(page, agency=listed))
    recipient(page, "office@example.ir")
    one = announced(page)
    row = item(one, **about) if about else None
    return reporting.request_reports(
        one, [listed, other], due_on=today(), item=row, version=fresh(one).version
    )


@override_settings(WAGTAILADMIN_BASE_URL="https://admin.example.ir/some/where")
def test_only_whom_it_concerns_is_asked(site: SmallSite) -> None:
    asked(site)
    assert to("report_requested") == ["member@example.ir", "pr@example.ir"]
    assert "https://admin.example.ir/admin/" in waiting("report_requested")[0].text


@pytest.mark.parametrize("visibility", Visibility)
def test_of_an_item_for_members_a_public_address_learns_nothing(
    site: SmallSite, visibility: str
) -> None:
    asked(site, title="بند پوشیده", visibility=visibility)
    told = {mail.to: "بند پوشیده" in mail.text for mail in waiting("report_requested")}
    is_public = visibility != Visibility.MEMBERS
    assert told == {"member@example.ir": True, "pr@example.ir": is_public}


def test_what_is_missing_is_told(site: SmallSite) -> None:
    report = asked(site)[0]
    report = reporting.submit(report, reporting.Answer("عنوان", "متن"), version=report.version)
    reporting.give_back(report, note="جدول نیست", version=report.version)
    mail = only("report_returned")
    assert mail.to == "member@example.ir"
    assert "جدول نیست" in mail.text
    assert "جدول نیست" not in mail.subject


def test_many_are_asked_in_few_queries(site: SmallSite, django_assert_max_num_queries: Any) -> None:
    from wagtail_prcouncil.meetings.mailing.asking import ask_for_reports
    from wagtail_prcouncil.outbox.models import Message

    page = staffed_council(site)
    agencies = [agency(email=f"a{number}@example.ir") for number in range(12)]
    one = announced(page)
    made = reporting.request_reports(one, agencies, due_on=today(), version=fresh(one).version)
    assert len(waiting("report_requested")) == 12
    Message.objects.all().delete()
    with django_assert_max_num_queries(10):
        ask_for_reports(made)
    assert len(waiting("report_requested")) == 12
