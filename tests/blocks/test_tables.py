import copy
from typing import Any

import pytest
from django.apps import apps
from django.utils import translation
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from tests.blocks.bodies import TABLE
from tests.making import SmallSite, live_news
from wagtail_prcouncil.blocks.tables import APP, TableBlock
from wagtail_prcouncil.news.models import NewsPage

BLOCK = TableBlock()
WORDS = {
    "پیشرفت طرح‌ها": "Progress of projects",
    "طرح": "Project",
    "استان": "Province",
    "پیشرفت": "Progress",
    "تصفیه‌خانه": "Treatment plant",
    "یزد": "Yazd",
    "۸۲٪": "82%",
    "خط انتقال": "Pipeline",
    "فارس": "Fars",
}


def value(**changes: Any) -> Any:
    table = copy.deepcopy(TABLE)
    table["table"] |= changes
    return BLOCK.normalize(table)


def test_headings_and_cells_know_each_other() -> None:
    html = BLOCK.render(value())
    assert (
        '<div class="prc-tablewrap" tabindex="0" role="region" aria-label="پیشرفت طرح‌ها">' in html
    )
    assert "<caption>پیشرفت طرح‌ها</caption>" in html
    assert html.count('<th scope="col">') == 3
    assert html.count('<th scope="row">') == 2
    assert html.count("<td>") == 4
    plain = BLOCK.normalize(TABLE | {"row_headings": False})
    assert BLOCK.render(plain).count("<td>") == 6


def test_words_are_escaped() -> None:
    assert "&lt;b&gt;" in BLOCK.render(value(rows=[{"values": ["<b>", "", ""]}]))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"caption": " "}, "caption"),
        ({"columns": [{"type": "text", "heading": ""}], "rows": [{"values": ["a"]}]}, "heading"),
        ({"columns": [], "rows": []}, "column and a row"),
        ({"rows": []}, "column and a row"),
    ],
)
def test_a_table_without_its_headings_is_refused_and_a_draft_is_not(
    changes: dict[str, Any], reason: str
) -> None:
    with translation.override("en"), pytest.raises(StructBlockValidationError) as caught:
        BLOCK.clean(value(**changes))
    with translation.override("en"):
        assert reason in caught.value.block_errors["table"].messages[0]
    BLOCK.defer_required_validation()
    try:
        BLOCK.clean(value(**changes))
    finally:
        BLOCK.restore_deferred_validation()


def test_words_are_stored_in_one_spelling_and_searched() -> None:
    stored = BLOCK.get_prep_value(
        value(
            caption="نهايي",
            columns=[{"type": "text", "heading": "كد"}],
            rows=[{"values": ["ملي"]}],
        )
    )["table"]
    assert stored["caption"] == "نهایی"
    assert stored["columns"][0]["heading"] == "کد"
    assert stored["rows"][0]["values"] == ["ملی"]
    assert {"پیشرفت طرح‌ها", "استان", "یزد"} <= set(BLOCK.get_searchable_content(value()))


def translated(page: NewsPage, site: SmallSite) -> NewsPage:
    """The English of a page, by wagtail-localize, each word of the table in English."""
    source, _created = TranslationSource.update_or_create_from_instance(page)
    english, _created = Translation.objects.get_or_create(source=source, target_locale=site.en)
    for segment in source.stringsegment_set.select_related("string", "context"):
        if segment.context.path.startswith("body."):
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=site.en,
                context=segment.context,
                defaults={"data": WORDS.get(segment.string.data, segment.string.data)},
            )
    english.save_target(publish=True)
    return NewsPage.objects.get(locale=site.en, translation_key=page.translation_key)


def test_a_translation_holds_every_word_of_the_table(site: SmallSite) -> None:
    page = live_news(site, title="سد", body=[("table", TABLE)])
    grid = translated(page, site).body[0].value["table"]
    assert grid.caption == "Progress of projects"
    assert [column["heading"] for column in grid.columns] == ["Project", "Province", "Progress"]
    assert [row["values"] for row in grid.row_data] == [
        ["Treatment plant", "Yazd", "82%"],
        ["Pipeline", "Fars", "۴۰٪"],
    ]
    again = NewsPage.objects.get(pk=page.pk).body[0].value["table"]
    assert again.caption == "پیشرفت طرح‌ها", "the original keeps its own"


def test_a_row_put_in_between_takes_no_words_of_its_neighbours(site: SmallSite) -> None:
    page = live_news(site, title="سد", body=[("table", TABLE)])
    translated(page, site)
    table = page.body[0].value
    table["table"].row_data.insert(0, {"values": ["پل", "فارس", "۱٪"]})
    page.save_revision().publish()
    source, _created = TranslationSource.update_or_create_from_instance(page)
    Translation.objects.get(source=source, target_locale=site.en).save_target(publish=True)
    english = NewsPage.objects.get(locale=site.en, translation_key=page.translation_key)
    rows = [row["values"] for row in english.body[0].value["table"].row_data]
    assert rows == [
        ["پل", "Fars", "۱٪"],
        ["Treatment plant", "Yazd", "82%"],
        ["Pipeline", "Fars", "۴۰٪"],
    ]


def test_without_wagtails_app_the_check_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    grid = BLOCK.child_blocks["table"]
    assert grid.check() == []
    monkeypatch.delitem(apps.app_configs, APP.rpartition(".")[2])
    [message] = grid.check()
    assert message.id == "prcouncil_blocks.E001"
    assert APP in message.hint
