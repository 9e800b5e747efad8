import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory, override_settings
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from tests.making import SmallSite, draft_news, live_news
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage
from wagtail_prcouncil.pages.facets import Facets, facets_of
from wagtail_prcouncil.pages.models import PRCouncilPageMixin
from wagtail_prcouncil.pages.routing import may_answer


def test_a_hidden_type_is_not_offered(site: SmallSite) -> None:
    assert NewsPage.can_create_at(site.index)
    with override_settings(WAGTAIL_PRCOUNCIL={"HIDDEN_PAGE_TYPES": ["prcouncil_news.NewsPage"]}):
        assert not NewsPage.can_create_at(site.index)


def test_titles_are_stored_in_persian_letters(site: SmallSite) -> None:
    page = draft_news(site, title="شوراي هماهنگي كار", kicker="روابط  عمومي")
    stored = NewsPage.objects.get(pk=page.pk)
    assert stored.title == "شورای هماهنگی کار"
    assert "ي" not in stored.kicker
    page.title = "كار"
    page.save_revision().publish()
    assert NewsPage.objects.get(pk=page.pk).title == "کار"


def test_readable_is_live_public_and_of_the_locale(site: SmallSite) -> None:
    page = live_news(site)
    draft_news(site)
    english = live_news(site, english_of=page, title="News")
    assert set(NewsPage.objects.readable()) == {page, english}
    assert list(NewsPage.objects.readable(site.en)) == [english]
    PageViewRestriction.objects.create(page=site.index, restriction_type="login")
    assert list(NewsPage.objects.readable()) == [english]


def test_facets(site: SmallSite) -> None:
    assert live_news(site).facets() == Facets(section_id=site.section.pk)
    assert facets_of(site.section) == Facets(section_id=site.section.pk)
    assert facets_of(Page()) == Facets()


def test_templates_follow_the_parents(site: SmallSite) -> None:
    request = RequestFactory().get("/")
    assert site.index.get_template(request) == ["prcouncil_news/news_index_page.html"]


@pytest.mark.parametrize("slug", ["نشست-12", "شورا-سیاست-گذاری"])
def test_synchronising_a_translation_keeps_its_persian_slug(site: SmallSite, slug: str) -> None:
    """Rule A10: wagtail-localize slugifies without allow_unicode at each sync."""
    english = site.home_en.add_child(instance=NewsIndexPage(title="Council", slug="council"))
    source, _made = TranslationSource.update_or_create_from_instance(english)
    for segment in source.stringsegment_set.select_related("string", "context"):
        StringTranslation.objects.create(
            translation_of=segment.string,
            context=segment.context,
            locale=site.fa,
            data=slug if segment.context.path == "slug" else "شورا",
        )
    Translation.objects.create(source=source, target_locale=site.fa)
    sync(source)
    persian = english.get_translation(site.fa)
    persian.slug = slug
    persian.save()
    sync(source)
    assert NewsIndexPage.objects.get(pk=persian.pk).slug == slug
    persian.slug = "council-12"
    persian.save()
    assert NewsIndexPage.objects.get(pk=persian.pk).slug == "council-12"


def sync(source: TranslationSource) -> None:
    """As the editor's "sync" button does; the translation is read anew each time."""
    Translation.objects.get(source=source).save_target(publish=False)


def test_synchronising_a_translation_keeps_its_state(site: SmallSite) -> None:
    page = live_news(site)
    source, _made = TranslationSource.update_or_create_from_instance(page)
    Translation.objects.create(source=source, target_locale=site.en)
    sync(source)
    english = page.get_translation(site.en)
    english.get_latest_revision().publish()
    written = NewsPage.objects.values("code", "published_at").get(pk=english.pk)
    page.title = "عنوان تازه"
    page.save_revision().publish()
    TranslationSource.update_or_create_from_instance(NewsPage.objects.get(pk=page.pk))
    sync(source)
    assert NewsPage.objects.values("code", "published_at").get(pk=english.pk) == written
    assert written["code"] == page.code


class Followed(PRCouncilPageMixin, RoutablePageMixin, Page):
    """A site's own type that names our mixin first."""

    class Meta:
        abstract = True

    @path("year/<int:year>/")
    def of_a_year(self, request: HttpRequest, year: int) -> HttpResponse:
        return HttpResponse(str(year))


def test_views_of_a_mixin_that_is_named_after_ours_answer() -> None:
    kind: type = Followed
    page = kind.__new__(kind)  # no table stands behind it
    page.__dict__["live"] = True
    view, args, kwargs = page.route(RequestFactory().get("/"), ["year", "1405"]).args
    assert view(HttpRequest(), *args, **kwargs).content == b"1405"
    assert may_answer(kind, ["year", "1405"])
    assert not may_answer(kind, ["other"])
