"""An address that has been asked for leads to the page at once, and to no other than Wagtail's way
does, whatever has become of the pages since."""

from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.http import Http404, HttpRequest
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from home.models import HomePage
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site, get_page_models
from wagtail.url_routing import RouteResult

from tests.making import SmallSite, below, draft_news, live_news, small_site, translated
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage, SectionPage
from wagtail_prcouncil.pages import routing
from wagtail_prcouncil.pages.models import PRCouncilPageMixin
from wagtail_prcouncil.pages.routing import is_followed, may_answer

# Where the site is served, its language, its home: Wagtail's own way begins with them.
BEFORE = 3
COLUMNS = [field for field in Page._meta.concrete_fields if field.name != "content_type"]


@pytest.fixture(autouse=True)
def nothing_known() -> Iterator[None]:
    routing._known.clear()
    yield
    routing._known.clear()


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


@pytest.fixture
def dams(site: SmallSite) -> SectionPage:
    """A section two levels below the index, all slugs Persian but the index's."""
    water = below(site.index, SectionPage, title="آب‌وبرق", slug="آب-و-برق")
    water.save_revision().publish()
    return section_below(water, "سدها")


def section_below(parent: Page, slug: str) -> SectionPage:
    section = below(parent, SectionPage, title=slug, slug=slug)
    section.save_revision().publish()
    return SectionPage.objects.get(pk=section.pk)


def found(path: str, language: str = "fa") -> Page | None:
    """What answers, told apart from what Wagtail finds by itself."""
    with translation.override(language):
        route = Page.route_for_request(RequestFactory().get("/"), path)
    return route.page if route else None


def walked(path: str, language: str = "fa") -> Page | None:
    """The same with nothing known."""
    known = dict(routing._known)
    routing._known.clear()
    page = found(path, language)
    routing._known.clear()
    routing._known.update(known)
    return page


def test_a_known_address_costs_one_query_however_deep(dams: SectionPage) -> None:
    path = "news/آب-و-برق/سدها"
    first = found(path)
    with CaptureQueriesContext(connection) as queries:
        second = found(path)
    assert first == second == dams
    assert type(second) is SectionPage
    assert second.get_deferred_fields() == set()
    assert len(queries) <= BEFORE + 1
    assert found(f"{path}/archive/1404") == dams


def test_the_page_above_is_known_where_it_was_read(site: SmallSite) -> None:
    for _ in range(2):
        page = found("news")
        assert page is not None
        with CaptureQueriesContext(connection) as queries:
            assert page.get_parent() == site.home
        assert len(queries) == 0


def rename(dams: SectionPage) -> None:
    water = dams.get_parent().specific
    water.slug = "برق"
    water.save_revision().publish()


def give_its_slug_away(dams: SectionPage) -> None:
    water = dams.get_parent().specific
    rename(dams)
    section_below(section_below(water.get_parent(), "آب-و-برق"), "سدها")


def move(dams: SectionPage) -> None:
    dams.move(NewsIndexPage.objects.get(slug="news", locale=dams.locale), pos="last-child")


def delete(dams: SectionPage) -> None:
    dams.delete()


def unpublish(dams: SectionPage) -> None:
    dams.unpublish()


def unpublish_the_one_above(dams: SectionPage) -> None:
    dams.get_parent().specific.unpublish()


def make_another_of_its_key(dams: SectionPage) -> None:
    """A page of another type, of which the one before has left its row."""
    home = HomePage(page_ptr_id=dams.pk, content_type=ContentType.objects.get_for_model(HomePage))
    home.__dict__.update({field.attname: getattr(dams, field.attname) for field in COLUMNS})
    home.save_base(raw=True)
    Page.objects.filter(pk=dams.pk).update(content_type=home.cached_content_type)


@pytest.mark.parametrize(
    "change",
    [
        rename,
        give_its_slug_away,
        move,
        delete,
        unpublish,
        unpublish_the_one_above,
        make_another_of_its_key,
    ],
)
def test_whatever_has_become_of_the_page(
    dams: SectionPage, change: Callable[[SectionPage], None]
) -> None:
    paths = ["news/آب-و-برق/سدها", "news/سدها", "news/برق/سدها", "news/آب-و-برق"]
    for path in paths:
        found(path)
    change(dams)
    answers = {path: walked(path) for path in paths}
    assert {path: found(path) for path in paths} == answers
    assert {path: found(path) for path in paths} == answers  # by what was learnt since


def test_each_language_has_pages_of_its_own(site: SmallSite) -> None:
    for _ in range(2):
        assert found("news/provinces", "fa") == site.section
        assert found("news/provinces", "en") == site.section_en


def test_an_alias_is_found_as_itself(site: SmallSite) -> None:
    beside = site.section.create_alias(parent=site.home, update_slug="beside")
    for _ in range(2):
        assert found("beside") == beside
        assert found("news/provinces") == site.section


def test_a_site_whose_home_lies_deep(site: SmallSite) -> None:
    unit = below(site.home, HomePage, title="معاونت", slug="unit")
    unit.save_revision().publish()
    index = below(unit, NewsIndexPage, title="خبرها", slug="news")
    index.save_revision().publish()
    section = section_below(index, "provinces")
    Site.objects.create(hostname="unit.example", root_page=unit)
    for _ in range(2):
        for host, wanted in (("unit.example", section), ("localhost", site.section)):
            request = RequestFactory().get("/", headers={"host": host})
            with translation.override("fa"):
                assert Page.route_for_request(request, "news/provinces").page == wanted
        assert found("unit/news/provinces") == section


def test_a_page_of_another_making_is_wagtails_to_find(site: SmallSite) -> None:
    """Below ours, and with one of ours below it."""
    plain = site.home.add_child(instance=Page(title="ساده", slug="plain"))
    index = plain.add_child(instance=NewsIndexPage(title="خبرها", slug="news"))
    section = section_below(index, "provinces")
    for _ in range(2):
        assert found("plain") == plain
        assert found("plain/news/provinces") == section
        assert found("plain/x") is None
    assert {place.pk for place in routing._known.values()} == {section.pk}


def test_a_view_comes_before_a_page_of_its_address(site: SmallSite) -> None:
    """A section that an older site left where lists of tags are now."""
    section = section_below(site.index, "x")
    deeper = section_below(section, "آب")
    SectionPage.objects.filter(pk=section.pk).update(slug="tag", url_path="/home-fa/news/tag/")
    SectionPage.objects.filter(pk=deeper.pk).update(url_path="/home-fa/news/tag/آب/")
    for _ in range(2):
        assert found("news/tag") == section
        assert found("news/tag/آب") == site.index
    site.index.unpublish()
    assert found("news/tag/آب") == walked("news/tag/آب") == deeper


def test_a_code_is_the_index_to_answer(site: SmallSite) -> None:
    item = live_news(site)
    draft = draft_news(site)
    for _ in range(2):
        assert found("news") == site.index
        assert found(f"news/{item.code}/x") == item
        assert found("news/999999999") == site.index  # which says whether it was withdrawn
        assert found(f"news/{draft.slug}") is None


class Answering(SectionPage):
    """A site's own type that answers in a way of its own, and does not say when."""

    class Meta:
        abstract = True

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        raise Http404


class Telling(Answering):
    class Meta:
        abstract = True

    @classmethod
    def answers(cls, path_components: list[str]) -> bool:
        return path_components[0] == "own"


@pytest.mark.parametrize(
    ("kind", "path", "expected"),
    [
        (HomePage, ["a"], False),
        (SectionPage, ["a"], False),
        (SectionPage, ["archive"], True),
        (SectionPage, ["archive", "a", "b", "c"], False),
        (NewsIndexPage, ["۵۰۴۲۱", "a", "b", "c"], True),
        (NewsIndexPage, ["a"], False),
        (NewsPage, ["a"], True),
        (Answering, ["a"], True),
        (Telling, ["a"], False),
        (Telling, ["own"], True),
    ],
)
def test_which_pages_are_passed_over(kind: type, path: list[str], expected: bool) -> None:
    assert may_answer(kind, path) is expected


def test_no_type_of_ours_is_left_to_wagtails_way() -> None:
    ours = [kind for kind in get_page_models() if issubclass(kind, PRCouncilPageMixin)]
    assert len(ours) > 3
    assert not any(is_followed(kind, PRCouncilPageMixin) for kind in ours)


def test_what_is_private_stays_so(client: Client, dams: SectionPage) -> None:
    """Kept from readers by the page above, which is not read."""
    address = f"/news/{quote('آب-و-برق')}/{quote('سدها')}/"
    for _ in range(2):
        assert client.get(address).status_code == 200
    login = PageViewRestriction.LOGIN
    PageViewRestriction.objects.create(page=dams.get_parent(), restriction_type=login)
    answer = client.get(address)
    assert (answer.status_code, "login" in answer["Location"]) == (302, True)


def test_redirects_still_lead_on(client: Client, dams: SectionPage) -> None:
    address = f"/news/{quote('آب-و-برق')}/{quote('سدها')}/"
    for _ in range(2):
        assert client.get(address).status_code == 200
    rename(dams)
    Redirect.add_redirect("/news/آب-و-برق/سدها/", dams, is_permanent=True)
    answer = client.get(address)
    now = SectionPage.objects.get(pk=dams.pk)
    assert (answer.status_code, answer["Location"]) == (301, now.url)
    assert client.get(now.url).status_code == 200


def test_what_is_known_is_bounded(dams: SectionPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routing, "MOST_KNOWN", 2)
    for _ in range(2):
        assert found("news/آب-و-برق/سدها") == dams
        assert len(routing._known) <= 2
    for number in range(5):
        assert found(f"news/none-{number}") is None
    assert len(routing._known) <= 2


def test_a_translation_has_an_address_of_its_own(site: SmallSite, dams: SectionPage) -> None:
    english = translated(dams, site.index_en, site.en, title="Dams", slug="dams")
    for _ in range(2):
        assert found("news/dams", "en") == english
        assert found("news/dams", "fa") is None
