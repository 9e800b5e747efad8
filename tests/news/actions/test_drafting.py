"""A news item begun from words that came in elsewhere."""

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import Page, PageLogEntry

from tests.directory.making import agency
from tests.making import SmallSite
from tests.news.staff import group, member
from wagtail_prcouncil.news.actions.drafting import LONGEST_LEAD, draft_news
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.pages.draft_targets import Draft

TEXT = "سد نمونه پر شد.\r\n\r\nآب به <b>شهر</b> رسید.\nخط دوم.\n\n\nپایان."


def test_the_first_paragraph_is_the_lead_and_the_agency_is_quoted(site: SmallSite) -> None:
    water, editor = agency("سازمان آب"), member(group("desk", "add_page", below=site.index))
    made = draft_news(
        Page.objects.get(pk=site.index.pk), Draft("گزارش سازمان آب", TEXT, water.pk), by=editor
    )
    page = NewsPage.objects.get(pk=made.pk)
    assert (page.live, page.title, page.lead) == (False, "گزارش سازمان آب", "سد نمونه پر شد.")
    assert (page.quoted_agency, page.owner, page.locale) == (water, editor, site.fa)
    told = [str(block.value) for block in page.get_latest_revision_as_object().body]
    assert told == ["<p>آب به &lt;b&gt;شهر&lt;/b&gt; رسید.<br/>خط دوم.</p>", "<p>پایان.</p>"]
    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.create", user=editor).exists()


def test_what_is_too_long_for_a_lead_is_text(site: SmallSite) -> None:
    long = "ب" * (LONGEST_LEAD + 1)
    page = draft_news(Page.objects.get(pk=site.index.pk), Draft("بلند", long))
    assert (page.lead, len(page.body)) == ("", 1)


def test_two_drafts_of_one_title_stand_side_by_side(site: SmallSite) -> None:
    parent = Page.objects.get(pk=site.index.pk)
    made = [draft_news(parent, Draft("یک عنوان", "متن")) for _time in range(2)]
    assert len({page.slug for page in made}) == 2


def test_whoever_may_add_nothing_there_gets_none(site: SmallSite) -> None:
    reader = member(group("readers", "change_page", below=site.index))
    with pytest.raises(PermissionDenied):
        draft_news(Page.objects.get(pk=site.index.pk), Draft("گزارش", "متن"), by=reader)
    with pytest.raises(PermissionDenied):
        draft_news(Page.objects.get(pk=site.home.pk), Draft("گزارش", "متن"))
    assert not NewsPage.objects.exists()
