import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from wagtail.blocks import CharBlock
from wagtail.models import Page

from tests.councils.making import council, in_english, seat
from tests.making import SmallSite, below, draft_news, live_news, small_site, translated
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.fields import (
    CanonicalCharField,
    CanonicalTextField,
    OpenStreamField,
    PostalCodeField,
    TelephoneField,
    dialled,
)
from wagtail_prcouncil.news.models import NewsCode, NewsPage, Placement, SectionDesk, SectionPage
from wagtail_prcouncil.ui.forms import form_field


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


def test_an_open_stream_leaves_its_blocks_out_of_migrations() -> None:
    field = OpenStreamField([("words", CharBlock())], blank=True)
    _name, path, args, kwargs = field.deconstruct()
    assert path == "wagtail_prcouncil.fields.OpenStreamField"
    assert args == [[]]
    assert kwargs == {"blank": True}


def test_canonical_fields_store_persian_letters_however_they_are_saved(site: SmallSite) -> None:
    page = draft_news(site, kicker="كار", lead="روابط‌‌عمومي")
    stored = NewsPage.objects.get(pk=page.pk)
    assert (stored.kicker, stored.lead) == ("کار", "روابط‌عمومی")
    assert page.kicker == "کار"


def test_what_is_nothing_but_half_spaces_is_no_answer_to_a_form() -> None:
    field = form_field(CanonicalTextField("reason"))
    for nothing in ("\u200c", " \u200c \u200f", "\x00"):
        with pytest.raises(ValidationError):
            field.clean(nothing)
    assert field.clean(" مي\u200c\u200cرود ") == "می\u200cرود"


def test_a_form_measures_words_as_they_are_stored() -> None:
    field = form_field(CanonicalCharField("title", max_length=4))
    assert field.clean("كا\u200c\u200c\u200cر") == "کار"
    with pytest.raises(ValidationError):
        field.clean("خانۀ")


def test_a_fact_is_handed_to_the_oldest_translation_that_stays(site: SmallSite) -> None:
    page = live_news(site)
    english = live_news(site, english_of=page, title="News")
    page.delete()
    assert NewsCode.objects.get().page_id == english.pk
    english.delete()
    assert NewsCode.objects.get().page_id is None


def test_a_whole_tree_goes_and_its_facts_are_handed_over(
    site: SmallSite,
) -> None:
    pages = [live_news(site) for _ in range(3)]
    # Filed nowhere: English news under a Persian section would hold the tree.
    english = live_news(site, english_of=pages[0], title="News", section=None)
    Page.objects.get(pk=site.index.pk).delete()
    heirs = NewsCode.objects.order_by("number").values_list("page_id", flat=True)
    assert list(heirs) == [english.pk, None, None]


def test_translations_deleted_together_leave_the_fact_without_a_page(site: SmallSite) -> None:
    page = live_news(site)
    english = live_news(site, english_of=page, title="News")
    NewsPage.objects.filter(pk__in=[page.pk, english.pk]).delete()
    assert NewsCode.objects.get().page_id is None


def test_an_alias_is_no_heir(site: SmallSite) -> None:
    page = live_news(site)
    alias = page.copy_for_translation(site.en, alias=True)
    assert alias.translation_key == page.translation_key
    NewsPage.objects.filter(pk=page.pk).delete()
    assert NewsCode.objects.get().page_id is None


def test_a_row_that_holds_is_handed_over_while_there_is_an_heir(site: SmallSite) -> None:
    page = council(site)
    english, row = in_english(page, site), seat(page)
    CouncilPage.objects.get(pk=page.pk).delete()
    row.refresh_from_db()
    assert row.council_id == english.pk
    with pytest.raises(ProtectedError) as held:
        CouncilPage.objects.get(pk=english.pk).delete()
    assert held.value.protected_objects == {row}


def test_translations_deleted_together_are_held(site: SmallSite) -> None:
    page = council(site)
    in_english(page, site)
    seat(page)
    with pytest.raises(ProtectedError):
        CouncilPage.objects.filter(translation_key=page.translation_key).delete()


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (" ۰۲۱-۱۲۳۴٥۶۷۸ ", "021-12345678"),
        ("+98 (21) 0000 0000", "+98 (21) 0000 0000"),
        ("1500", "1500"),
    ],
)
def test_telephones(typed: str, stored: str) -> None:
    assert TelephoneField(max_length=40).clean(typed, None) == stored


@pytest.mark.parametrize("typed", ["call us", "+", "021/55", "12", "<b>", "داخلی"])
def test_what_is_no_telephone(typed: str) -> None:
    with pytest.raises(ValidationError):
        TelephoneField(max_length=40).clean(typed, None)


@pytest.mark.parametrize("typed", ["1234567890", "۱۲۳۴۵-۶۷۸۹۰", " ۱۲۳۴۵ ٦٧٨٩٠"])
def test_a_postal_code_is_stored_without_what_stands_between(typed: str) -> None:
    assert PostalCodeField(max_length=10).clean(typed, None) == "1234567890"


@pytest.mark.parametrize("typed", ["123456789", "12345678901", "12345a7890"])
def test_what_is_no_postal_code(typed: str) -> None:
    with pytest.raises(ValidationError):
        PostalCodeField(max_length=10).clean(typed, None)


def test_a_form_leaves_the_length_of_a_postal_code_to_the_model() -> None:
    field = PostalCodeField(max_length=10).formfield()
    assert field is not None
    assert field.clean("12345-67890") == "12345-67890"


def test_what_is_dialled() -> None:
    assert dialled("+98 (21) ۰۰۰۰-0001") == "+982100000001"


def test_a_placement_goes_with_the_last_of_its_pages(site: SmallSite) -> None:
    """On either side of it."""
    page = live_news(site, section=None)
    english = live_news(site, english_of=page, title="News", section=None)
    other = live_news(site, section=None)
    for shown in (page, other):
        Placement.objects.create(news=shown, shown_on=site.section)
    page.delete()
    assert set(Placement.objects.values_list("news_id", flat=True)) == {english.pk, other.pk}
    other.delete()
    Page.objects.get(pk=site.section.pk).delete()
    placement = Placement.objects.get()
    assert (placement.news_id, placement.shown_on_id) == (english.pk, site.section_en.pk)
    Page.objects.get(pk=site.section_en.pk).delete()
    assert not Placement.objects.exists()


def test_a_desk_goes_to_the_section_that_stays_unless_it_has_its_own(site: SmallSite) -> None:
    group = Group.objects.create(name="میز")
    desk = SectionDesk.objects.create(section=site.section, group=group)
    sport = below(site.index, SectionPage, title="ورزش")
    english = translated(sport, site.index_en, site.en, title="Sport", slug="sport")
    for section in (sport, english):
        SectionDesk.objects.create(section=section, group=group)
    for section in (site.section, sport):
        Page.objects.get(pk=section.pk).delete()
    desks = dict(SectionDesk.objects.values_list("section_id", "pk"))
    assert desks[site.section_en.pk] == desk.pk
    assert desks.keys() == {site.section_en.pk, english.pk}
