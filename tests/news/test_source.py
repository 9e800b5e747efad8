"""Where an item comes from: outlet, whom it quotes, place, end mark."""

import json
from importlib import import_module
from types import ModuleType

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from wagtail_localize.models import (
    String,
    StringTranslation,
    Translation,
    TranslationContext,
    TranslationSource,
)

from tests.directory.making import agency
from tests.making import SmallSite, draft_news, live_news
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.news.models.source import with_outlet


def phrase(client: Client, page: NewsPage, path: str = "") -> str:
    """The source as readers see it, its words parted by single spaces."""
    html = client.get(page.url + path).content.decode()
    _before, _class, after = html.partition('<p class="prc-source-credit">')
    return " ".join(after.partition("</p>")[0].split())


def test_readers_see_one_phrase(site: SmallSite, client: Client) -> None:
    page = live_news(
        site,
        source_outlet="پایگاه خبری وزارت نمونه",
        quoted_source="شورای هماهنگی استان فارس",
        dateline_place="شیراز",
        end_mark="انتهای پیام/ع",
    )
    assert all(words in phrase(client, page) for words in (page.source_outlet, page.quoted))
    assert phrase(client, page) == phrase(client, page, "print/")
    for path in ("", "print/"):
        assert "انتهای پیام/ع" in client.get(page.url + path).content.decode()


def test_in_english_it_reads_as_a_phrase(site: SmallSite, client: Client) -> None:
    links = {"source_outlet": "the news desk", "quoted_source": "the council"}
    english = live_news(site, english_of=live_news(site), title="News", **links)
    assert phrase(client, english) == "Reported by the news desk, quoting the council"
    NewsPage.objects.update(source_outlet="", dateline_place="Shiraz")
    assert phrase(client, english) == "Quoting the council, from Shiraz"
    NewsPage.objects.update(quoted_source="")
    assert phrase(client, english) == "From Shiraz"


def test_without_a_source_nothing_is_said(site: SmallSite, client: Client) -> None:
    page = live_news(site)
    assert not page.has_source
    assert "prc-source-credit" not in client.get(page.url).content.decode()


def test_a_quoted_agency_is_named_in_the_language_of_the_page(
    site: SmallSite, client: Client
) -> None:
    quoted = agency("سازمان نمونهٔ آب", name_en="Example Water Organisation")
    page = live_news(site, quoted_agency=quoted)
    english = live_news(site, english_of=page, title="News", quoted_agency=quoted)
    assert "سازمان نمونهٔ آب" in phrase(client, page)
    assert "Example Water Organisation" in phrase(client, english)


def test_the_quoted_text_is_linked(site: SmallSite, client: Client) -> None:
    url = "https://roads.example.ir/traffic"
    page = live_news(site, quoted_source="مرکز مدیریت راه‌ها", quoted_url=url)
    assert f'<a href="{url}">مرکز مدیریت راه‌ها</a>' in phrase(client, page)


def test_the_opening_is_not_said_twice(site: SmallSite) -> None:
    """Editors are used to writing the whole line."""
    page = live_news(site, source_outlet="به گزارش روابط عمومی سازمان نمونهٔ آب")
    assert page.source_outlet == "روابط عمومی سازمان نمونهٔ آب"


def test_lines_written_before_keep_their_words(site: SmallSite) -> None:
    old, other = live_news(site), live_news(site, source_outlet="خبرگزاری نمونه")
    rows = NewsPage.objects.filter(pk=old.pk)
    rows.update(source_outlet="به گزارش روابط عمومی سازمان آب به نقل از دبیرخانه")
    migration("0003_outlet_without_opening").drop_opening(apps, connection.schema_editor())
    assert rows.get().source_outlet == "روابط عمومی سازمان آب به نقل از دبیرخانه"
    assert NewsPage.objects.get(pk=other.pk).source_outlet == "خبرگزاری نمونه"


def test_the_way_back_says_the_opening_again(site: SmallSite) -> None:
    page = live_news(site, source_outlet="روابط عمومی")
    english = live_news(site, english_of=page, source_outlet="the news desk")
    longest = live_news(site, source_outlet="آ" * 300)
    without = live_news(site)
    for _twice in range(2):
        migration("0003_outlet_without_opening").say_opening(apps, connection.schema_editor())
    lines = dict(NewsPage.objects.values_list("pk", "source_outlet"))
    assert (lines[page.pk], lines[english.pk]) == ("به گزارش روابط عمومی", "the news desk")
    assert (lines[without.pk], len(lines[longest.pk])) == ("", 300)


@pytest.fixture
def translated_line(site: SmallSite) -> tuple[TranslationSource, Translation]:
    """As before the renaming: `source_line` with its opening, translated into English."""
    page = live_news(site, source_outlet="روابط عمومی وزارت")
    source, _new = TranslationSource.update_or_create_from_instance(page)
    segment = source.stringsegment_set.get(context__path="source_outlet")
    TranslationContext.objects.filter(pk=segment.context_id).update(
        path="source_line",
        field_path="source_line",
        path_id=TranslationContext._get_path_id("source_line"),
    )
    line = String.objects.create(locale=site.fa, data="به گزارش روابط عمومی وزارت")
    source.stringsegment_set.filter(pk=segment.pk).update(string=line)
    content = json.loads(source.content_json)
    del content["source_outlet"]
    source.content_json = json.dumps(content | {"source_line": line.data})
    source.save()
    StringTranslation.objects.create(
        translation_of=line, context=segment.context, locale=site.en, data="the public relations"
    )
    return source, Translation.objects.create(source=source, target_locale=site.en)


def english_outlet(source: TranslationSource, translation: Translation, *, read: bool) -> str:
    """What a synchronisation makes of it, `read` anew from the page or as it was last read."""
    if read:
        TranslationSource.update_or_create_from_instance(source.get_source_instance())
    Translation.objects.get(pk=translation.pk).save_target(publish=True)
    return NewsPage.objects.get(locale__language_code="en").source_outlet


@pytest.mark.parametrize("read", [True, False])
def test_a_translated_outlet_survives_the_renaming(
    translated_line: tuple[TranslationSource, Translation], read: bool
) -> None:
    migration("0004_translated_outlets").rename(apps, connection.schema_editor())
    assert english_outlet(*translated_line, read=read) == "the public relations"


def test_so_it_does_after_a_synchronisation_that_lost_it(
    translated_line: tuple[TranslationSource, Translation],
) -> None:
    assert english_outlet(*translated_line, read=True) == "روابط عمومی وزارت"
    migration("0004_translated_outlets").rename(apps, connection.schema_editor())
    assert english_outlet(*translated_line, read=True) == "the public relations"


def test_translations_go_the_way_back_too(
    translated_line: tuple[TranslationSource, Translation],
) -> None:
    def known() -> list[tuple[str, str, str]]:
        names = ("context__path", "translation_of__data", "data")
        return list(StringTranslation.objects.values_list(*names))

    before, moves = known(), migration("0004_translated_outlets")
    moves.rename(apps, connection.schema_editor())
    assert known() == [("source_outlet", "روابط عمومی وزارت", "the public relations")]
    moves.rename_back(apps, connection.schema_editor())
    assert known() == before


def test_names_of_other_pages_stay(site: SmallSite) -> None:
    """A site's own pages may have a `source_line`."""
    source, _new = TranslationSource.update_or_create_from_instance(site.home)
    TranslationContext.objects.create(object=source.object, path="source_line", path_id=None)
    migration("0004_translated_outlets").rename(apps, connection.schema_editor())
    assert TranslationContext.objects.filter(path="source_line").exists()


def migration(name: str) -> ModuleType:
    return import_module(f"wagtail_prcouncil.news.migrations.{name}")


def test_a_draft_from_before_the_renaming_keeps_its_source(site: SmallSite) -> None:
    page = draft_news(site)
    revision = page.save_revision()
    del revision.content["source_outlet"]
    revision.content["source_line"] = "به گزارش روابط عمومی سازمان نمونهٔ آب"
    revision.save()
    revision.publish()
    assert NewsPage.objects.get().source_outlet == "روابط عمومی سازمان نمونهٔ آب"


@pytest.mark.parametrize("content", [{}, {"source_line": "الف", "source_outlet": ""}])
def test_other_drafts_are_left_alone(content: dict[str, str]) -> None:
    assert with_outlet(content) == content
