"""An accepted report becomes a draft of news."""

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import Page

from tests.making import SmallSite
from tests.meetings.making import announced, item, staffed_council
from tests.meetings.owing import agencies_at, reporter_of, requested, submitted
from wagtail_prcouncil.meetings.actions.reporting import accept
from wagtail_prcouncil.meetings.actions.reusing import make_draft
from wagtail_prcouncil.meetings.models import MemberReport
from wagtail_prcouncil.meetings.rules import ConflictError, MeetingError
from wagtail_prcouncil.meetings.states import Visibility
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.pages.draft_targets import draft_targets


def accepted(site: SmallSite, **said: str) -> MemberReport:
    made = announced(staffed_council(site))
    (one,) = requested(made, agencies_at(made.council)[0])
    sent = submitted(one, "چکیده.\n\nمتن.", **said)
    return accept(sent, version=sent.version)


def test_news_gets_the_words_and_quotes_the_agency(site: SmallSite) -> None:
    report = accepted(site)
    parent = Page.objects.get(pk=site.index.pk)
    page = make_draft(report, draft_targets()["news"], parent).specific
    assert isinstance(page, NewsPage)
    assert (page.title, page.lead) == ("عنوان گزارش", "چکیده.")
    assert (page.quoted_agency, page.live) == (report.agency, False)


def test_only_of_what_is_accepted_and_for_everybody(site: SmallSite) -> None:
    target, parent = draft_targets()["news"], Page.objects.get(pk=site.index.pk)
    for_members = accepted(site, visibility=Visibility.MEMBERS)
    with pytest.raises(MeetingError):
        make_draft(for_members, target, parent)
    closed = accepted(site)
    closed.item = item(closed.meeting, visibility=Visibility.CLOSED)
    with pytest.raises(MeetingError):
        make_draft(closed, target, parent)
    made = announced(staffed_council(site))
    (waiting,) = requested(made, agencies_at(made.council)[0])
    with pytest.raises(ConflictError):
        make_draft(waiting, target, parent)
    assert not NewsPage.objects.exists()


def test_the_agency_itself_makes_none(site: SmallSite) -> None:
    report = accepted(site)
    parent = Page.objects.get(pk=site.index.pk)
    with pytest.raises(PermissionDenied):
        make_draft(report, draft_targets()["news"], parent, by=reporter_of(report.agency))
