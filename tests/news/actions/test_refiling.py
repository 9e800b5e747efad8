"""Many items at once to another section or agency: what readers see, what drafts keep."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision

from tests.directory.making import agency
from tests.making import SmallSite, below, draft_news, live_news, translated
from tests.news.staff import EDITING, PUBLISHING, chief, group, member
from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.news.actions import TooManyError, refile_many
from wagtail_prcouncil.news.actions.refiling import MOST
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage, Publication, SectionPage
from wagtail_prcouncil.news.states import UpdateKind


@pytest.fixture
def economy(site: SmallSite) -> SectionPage:
    return below(site.index, SectionPage, title="اقتصاد", slug="economy")


def stored(page: NewsPage) -> NewsPage:
    return NewsPage.objects.get(pk=page.pk)


def test_what_is_live_changes_for_readers_silently(site: SmallSite, economy: SectionPage) -> None:
    page, user = live_news(site), chief()
    assert refile_many([page], section=economy, by=user) == (1, 0)
    now = stored(page)
    assert now.section_id == economy.pk
    assert now.modified_at == page.modified_at
    assert not now.has_unpublished_changes
    last = Publication.objects.of(page).first()
    assert (last.kind, last.by) == (UpdateKind.SILENT, user)
    entry = PageLogEntry.objects.get(page=page.pk, action="prcouncil_news.refile")
    assert (entry.user, entry.data) == (user, {"section": "اقتصاد"})


def test_an_open_draft_is_changed_and_does_not_go_out(
    site: SmallSite, economy: SectionPage
) -> None:
    page = live_news(site, title="پیش از ویرایش")
    draft = page.get_latest_revision_as_object()
    draft.title = "نیمه‌کاره"
    draft.update_kind, draft.update_note = UpdateKind.UPDATE, "یادداشت"
    draft.save_revision()
    assert refile_many([page], section=economy) == (0, 1)
    now = stored(page)
    assert (now.title, now.section_id) == ("پیش از ویرایش", site.section.pk)
    draft = now.get_latest_revision_as_object()
    assert (draft.title, draft.section_id) == ("نیمه‌کاره", economy.pk)
    assert (draft.update_kind, draft.update_note) == (UpdateKind.UPDATE, "یادداشت")


def test_of_what_is_not_live_row_and_draft_change(site: SmallSite, economy: SectionPage) -> None:
    page = draft_news(site, title="پیش‌نویس")
    assert refile_many([page], section=economy) == (0, 1)
    assert stored(page).section_id == economy.pk
    assert not stored(page).live
    assert stored(page).get_latest_revision_as_object().section_id == economy.pk


def test_what_waits_for_its_schedule_goes_out_changed(
    site: SmallSite, economy: SectionPage
) -> None:
    page = draft_news(site, go_live_at=timezone.now() + dt.timedelta(days=1))
    page.save_revision().publish()
    refile_many([stored(page)], section=economy)
    waiting = Revision.page_revisions.get(approved_go_live_at__isnull=False)
    assert waiting.as_object().section_id == economy.pk
    assert stored(page).approved_schedule


def test_another_agency_brings_its_province_unless_an_editor_said_another(
    site: SmallSite,
) -> None:
    yazd, qazvin, fars = (Province.objects.get(code=f"IR-{n}") for n in (21, 26, 14))
    old, new = agency(province=yazd), agency(province=qazvin)
    with_it = live_news(site, agency=old)
    apart = live_news(site, agency=old, province=fars)
    written = live_news(site, agency_name="دستگاهی بیرون از فهرست")
    refile_many([with_it, apart, written], agency=new)
    assert [stored(page).province for page in (with_it, apart, written)] == [qazvin, fars, qazvin]
    assert stored(written).agency_name == ""


def test_a_section_is_taken_as_its_original(site: SmallSite, economy: SectionPage) -> None:
    english = translated(economy, site.index_en, site.en, title="Economy", slug="economy")
    page = live_news(site)
    refile_many([page], section=english)
    assert stored(page).section_id == economy.pk


def test_who_may_only_edit_changes_drafts_only(site: SmallSite, economy: SectionPage) -> None:
    page = live_news(site)
    editor = member(group("editors", *EDITING, below=site.index))
    assert refile_many([page], section=economy, by=editor) == (0, 1)
    assert stored(page).section_id == site.section.pk
    desk = member(group("chiefs", *PUBLISHING, below=site.index))
    assert refile_many([live_news(site)], section=economy, by=desk) == (1, 0)


def test_all_or_none(site: SmallSite, economy: SectionPage) -> None:
    unit = below(site.home, NewsIndexPage, title="خبرهای واحد", slug="unit")
    own = unit.add_child(instance=NewsPage(title="خبر واحد", locale=site.fa))
    page = live_news(site)
    reporter = member(group("reporters", *PUBLISHING, below=unit))
    with pytest.raises(PermissionDenied):
        refile_many([own, page], section=economy, by=reporter)
    closed = agency(closed_on=dt.date(2024, 3, 20), closing_reason="abolished")
    with pytest.raises(ValidationError):
        refile_many([own], agency=closed)
    with pytest.raises(TooManyError):
        refile_many([own] * (MOST + 1), section=economy)
    assert stored(own).section_id is None
    assert not PageLogEntry.objects.filter(action="prcouncil_news.refile").exists()


def test_what_is_locked_or_mirrors_another_is_refused(
    site: SmallSite, economy: SectionPage
) -> None:
    page, user = live_news(site), chief()
    alias = page.create_alias(parent=site.home, update_slug="alias")
    with pytest.raises(PermissionDenied):
        refile_many([alias], section=economy, by=user)
    other = member(group("chiefs", *PUBLISHING, below=site.index))
    NewsPage.objects.filter(pk=page.pk).update(locked=True, locked_by=user)
    with pytest.raises(PermissionDenied):
        refile_many([page], section=economy, by=other)
