from collections.abc import Iterator

import pytest
from django.core.cache import caches
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.blocks import CharBlock
from wagtail.images.models import AbstractImage
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from tests.blocks import bodies
from tests.making import SmallSite, live_news
from wagtail_prcouncil.blocks.body import BodyBlock, add_body_block
from wagtail_prcouncil.news.models import NewsPage

BODY = BodyBlock()


@pytest.mark.parametrize(
    ("kind", "value", "html"),
    [
        ("heading", "الگو", "<h2"),
        ("paragraph", "<p>متن</p>", "<p>متن</p>"),
        ("quote", {"text": "سخن", "attribution": "دبیر"}, "<blockquote"),
    ],
)
def test_a_block_in_its_template(kind: str, value: object, html: str) -> None:
    block = BODY.child_blocks[kind]
    shown = block.render(block.to_python(value))
    assert html in shown
    assert "<script" not in shown


def test_words_of_an_editor_are_escaped() -> None:
    heading = BODY.child_blocks["heading"]
    assert "&lt;b&gt;" in heading.render("<b>")


@pytest.mark.parametrize("name", list(BODY.child_blocks))
@pytest.mark.parametrize("library", ["empty", "stocked"])
def test_every_block_has_a_preview_a_group_and_an_icon(db: None, name: str, library: str) -> None:
    if library == "stocked":
        bodies.full_body(bodies.picture(size=(60, 40)))
    block = BODY.child_blocks[name]
    assert block.is_previewable
    assert block.meta.group
    assert block.meta.icon != "placeholder"
    value = block.get_preview_value()
    html = render_to_string(
        block.get_preview_template(value),
        {"bound_block": block.bind(value), "block_def": block, "page": None, "request": None},
    )
    assert "prcouncil.css" in html
    assert "prc-prose" in html
    words = html.partition('"prc-prose">')[2].strip()
    assert not words.startswith("</div>") or library == "empty"


def test_a_page_with_every_block_is_served(site: SmallSite, image: AbstractImage) -> None:
    page = live_news(site, body=bodies.full_body(image))
    for address in (page.url, f"{page.url}print/"):
        html = Client().get(address).content.decode()
        for part in ("<video", "<audio", "prc-gallery", "prc-linkcard", "prc-document", "<table"):
            assert part in html, address


def test_ten_pictures_cost_no_more_queries_than_one(site: SmallSite) -> None:
    few, many = (article_with(site, pictures) for pictures in (1, 10))
    assert queries_of(few) == queries_of(many)


def article_with(site: SmallSite, pictures: int) -> str:
    """Address of an item with so many figures, and a gallery of as many pictures."""
    shown = [
        [{"image": bodies.picture(size=(60, 40)), "alt": "سد"} for _ in range(pictures)]
        for _ in range(2)
    ]
    figures = [("figure", figure) for figure in shown[0]]
    return str(live_news(site, body=[*figures, ("gallery", {"pictures": shown[1]})]).url)


def queries_of(url: str) -> int:
    """What a reader costs whose page and pictures lie in no cache; the renditions exist."""
    Client().get(url)
    for cache in caches.all():
        cache.clear()
    with CaptureQueriesContext(connection) as queries:
        assert Client().get(url).status_code == 200
    return len(queries)


@pytest.fixture
def _bodies_as_before() -> Iterator[None]:
    news = NewsPage._meta.get_field("body").stream_block
    yield
    for blocks in (BodyBlock.base_blocks, BODY.child_blocks, news.child_blocks):
        blocks.pop("telephone", None)


@pytest.mark.usefixtures("_bodies_as_before")
def test_a_site_adds_a_block_to_all_bodies(site: SmallSite) -> None:
    block = CharBlock(template="prcouncil_ui/blocks/heading.html")
    add_body_block("telephone", block)
    add_body_block("telephone", block)
    assert live_news(site, body=[("telephone", "۱۲۳")]).body[0].block is block
    assert BODY.child_blocks["telephone"] is block
    assert BodyBlock().child_blocks["telephone"].name == "telephone"
    with pytest.raises(ValueError, match="'telephone'"):
        add_body_block("telephone", CharBlock())
    with pytest.raises(ValueError, match="'quote'"):
        add_body_block("quote", CharBlock())


def test_a_translation_keeps_every_block_and_translates_its_words(
    site: SmallSite, image: AbstractImage
) -> None:
    page = live_news(site, body=bodies.full_body(image))
    source, _created = TranslationSource.update_or_create_from_instance(page)
    english, _created = Translation.objects.get_or_create(source=source, target_locale=site.en)
    segments = source.stringsegment_set.select_related("string", "context")
    for segment in segments.filter(context__path__startswith="body."):
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            locale=site.en,
            context=segment.context,
            defaults={"data": f"EN {segment.string_id}"},
        )
    english.save_target(publish=True)
    translated = NewsPage.objects.get(locale=site.en, translation_key=page.translation_key)
    assert [block.block_type for block in translated.body] == [
        block.block_type for block in page.body
    ]
    shown = {block.block_type: block.value for block in translated.body}
    assert shown["gallery"]["pictures"][3]["image"] == image
    assert shown["link_card"]["url"] == "https://www.example.org/a"
    assert shown["document"]["document"].title == "متن کامل گزارش"
    words = [
        shown["heading"],
        shown["gallery"]["pictures"][3]["alt"],
        shown["gallery"]["caption"],
        shown["media"]["title"],
        shown["link_card"]["title"],
        shown["quote"]["attribution"],
        shown["table"]["table"].caption,
    ]
    assert all(word.startswith("EN ") for word in words), words
    assert "EN " in shown["media"]["transcript"].source
