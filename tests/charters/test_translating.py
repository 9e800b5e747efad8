"""A charter in two languages, made by wagtail-localize: words are translated, anchors and what is
measured are not; adopting freezes both languages, and no synchronisation changes them afterwards.
"""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.rich_text import RichText
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from tests.charters.making import adopted, charter, clause, draft, fresh, rewritten
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters import texts
from wagtail_prcouncil.charters.models import Charter, CharterPage, CharterVersion
from wagtail_prcouncil.charters.public.reading import Reading
from wagtail_prcouncil.charters.rules import CharterError


def full() -> list[dict[str, Any]]:
    """A clause with everything that can be said in it, and one below it."""
    part = clause("الف", "بند یک")
    said = {"heading": "پاسخ‌گویی", "note": "<p>یادداشت</p>", "rationale": "<p>چرا</p>"}
    return [
        clause("مادهٔ ۱", "در دو روز", is_measurable=True, parts=[part], **said),
        clause("مادهٔ ۲", "روشنی"),
    ]


def source_of(one: Charter) -> TranslationSource:
    """What translators are given of the Persian page as it is stored now."""
    page = CharterPage.objects.get(pk=one.page_id)
    return TranslationSource.update_or_create_from_instance(page)[0]


def translation_of(one: Charter, site: SmallSite) -> Translation:
    source = source_of(one)
    made: Translation = Translation.objects.get_or_create(source=source, target_locale=site.en)[0]
    return made


def in_words(translation: Translation, words: str = "EN") -> None:
    """Each string that translators are asked for, in English."""
    segments = translation.source.stringsegment_set.select_related("string", "context")
    for segment in segments:
        if segment.context.path == "slug":
            continue
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            defaults={"data": f"{words} {segment.string.data}"},
        )


def synchronised(one: Charter, site: SmallSite, words: str = "EN") -> CharterPage:
    """The English page after translators have said everything in it, published."""
    translation = translation_of(one, site)
    in_words(translation, words)
    translation.save_target(publish=False)
    made = english(one, site)
    made.get_latest_revision().publish()
    return english(one, site)


def english(one: Charter, site: SmallSite) -> CharterPage:
    return CharterPage.objects.get(translation_key=one.key, locale=site.en)


def republished(one: Charter, **words: Any) -> None:
    """The Persian page with other words in its first clause, published."""
    page = fresh(one).page.get_latest_revision_as_object()
    page.clauses[0].value.update(words)
    page.save_revision().publish()


def test_words_are_translated_and_neither_anchors_nor_what_is_measured(site: SmallSite) -> None:
    one = charter(council(site), clauses=full(), scope="همه", preamble="<p>دیباچه</p>")
    paths = set(source_of(one).stringsegment_set.values_list("context__path", flat=True))
    first = fresh(one).page.clauses[0]
    asked = {path.rpartition(".")[2] for path in paths if path.startswith(f"clauses.{first.id}")}
    assert asked == {"label", "heading", "text", "note", "rationale"}
    page = synchronised(one, site)
    persian, found = texts.words_of(fresh(one).page), texts.words_of(page)
    assert (
        texts.anchors_of(found) == texts.anchors_of(persian) == ["art_1", "art_1__para_1", "art_2"]
    )
    for here, there in zip(texts.every_clause(found), texts.every_clause(persian), strict=True):
        assert here.is_measurable == there.is_measurable
        assert here.label == f"EN {there.label}"
        assert "EN " in here.text
    assert (found["title"], found["scope"]) == (f"EN {persian['title']}", "EN همه")
    assert Charter.objects.count() == 1
    assert fresh(one).page.locale == site.fa


def test_a_new_clause_has_one_anchor_in_both_languages(site: SmallSite) -> None:
    one = charter(council(site), clauses=full())
    synchronised(one, site)
    page = fresh(one).page.get_latest_revision_as_object()
    raw = list(page.clauses.raw_data)
    page.clauses = [raw[1], clause("مادهٔ نو", "نو"), raw[0]]
    page.save_revision().publish()
    found = texts.words_of(synchronised(one, site))
    assert texts.anchors_of(found) == ["art_2", "art_3", "art_1", "art_1__para_1"]
    assert texts.anchors_of(found) == texts.anchors_of(texts.words_of(fresh(one).page))
    assert texts.every_clause(found)[1].label == "EN مادهٔ نو"


def test_both_languages_are_frozen_and_no_synchronisation_changes_them(
    site: SmallSite, admin_client: Client
) -> None:
    one = charter(council(site), clauses=full())
    synchronised(one, site)
    version = adopted(one)
    assert sorted(version.texts) == ["en", "fa"]
    said = texts.words_of(english(one, site))
    translation = translation_of(one, site)
    in_words(translation, "Other")
    url = reverse("wagtailadmin_pages:edit", args=[english(one, site).pk])
    answer = admin_client.post(url, {"action": "publish"})
    assert answer.status_code in (200, 302)
    sent = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    answer = admin_client.post(sent, {"publish_translations": "on"})
    assert answer.status_code in (200, 302)
    translation.refresh_from_db()
    assert texts.words_of(english(one, site)) == said
    stored = CharterVersion.objects.get(pk=version.pk)
    assert (stored.texts, stored.false_digests()) == (version.texts, [])
    shown = Client().get(english(one, site).url).content.decode()
    assert "EN در دو روز" in shown
    assert "Other" not in shown


def test_the_next_version_is_translated_while_readers_see_the_one_before(site: SmallSite) -> None:
    one = charter(council(site), clauses=full())
    synchronised(one, site)
    first = adopted(one)
    draft(one)
    republished(one, text=RichText("<p>در یک روز</p>"))
    page = synchronised(one, site)
    assert "EN در یک روز" in page.clauses[0].value["text"].source
    for shown in (fresh(one).page, page):
        assert "یک روز" not in Client().get(shown.url).content.decode()
    second = adopted(one, days=-3)
    assert "EN در یک روز" in second.texts["en"]["clauses"][0]["text"]
    assert first.false_digests() == second.false_digests() == []
    assert texts.anchors_of(second.texts["en"]) == texts.anchors_of(second.texts["fa"])


def test_a_translation_that_comes_after_adopting_is_shown_the_text_that_decides(
    site: SmallSite, rf: Any
) -> None:
    one = charter(council(site), clauses=full())
    version = adopted(one)
    page = synchronised(one, site)
    assert "EN" in page.clauses[0].value["label"]  # free to be written: nothing was adopted in it
    reading = Reading.of(page, rf.get("/"))
    assert reading.text == version.texts["fa"]
    assert (reading.text_language.code, reading.authoritative.code) == ("fa", "fa")
    assert reading.own_language is not None
    assert reading.digest == version.digests["fa"]
    answer = Client().get(page.url)
    assert answer.status_code == 200
    assert "در دو روز" in answer.content.decode()


def test_a_language_that_was_left_behind_is_told(site: SmallSite) -> None:
    one = charter(council(site), clauses=full())
    synchronised(one, site)
    page = fresh(one).page.get_latest_revision_as_object()
    page.clauses = [*page.clauses.raw_data, clause("مادهٔ ۳")]
    page.save_revision()
    with pytest.raises(CharterError, match="same clauses|یکی نیست"):
        adopted(one)
    assert sorted(adopted(one, without=["en"]).texts) == ["fa"]


def test_its_languages_can_be_written_by_hand(site: SmallSite) -> None:
    """Who stops a translation writes the page itself; clauses keep their anchors."""
    one = charter(council(site), clauses=full())
    page = synchronised(one, site)
    Translation.objects.update(enabled=False)
    page.clauses[0].value["text"] = RichText("<p>Within two days</p>")
    page.save_revision().publish()
    rewritten(one, "در سه روز")
    version = adopted(one)
    assert texts.anchors_of(version.texts["en"]) == texts.anchors_of(version.texts["fa"])
