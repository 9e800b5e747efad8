from urllib.parse import unquote

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.models import PageViewRestriction

from tests.making import SmallSite, draft_news, live_news
from tests.news.changing import seen_long_ago
from tests.news.editing import typed
from wagtail_prcouncil.news.actions import import_code
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage
from wagtail_prcouncil.news.states import UpdateKind


@pytest.fixture
def page(site: SmallSite) -> NewsPage:
    return live_news(site, title="نشست شورای هماهنگی")


def moved_to(client: Client, url: str) -> str:
    """A short link may lead elsewhere tomorrow; any other old address leads here for good."""
    response = client.get(url)
    assert response.status_code == (302 if "/n/" in url else 301)
    return unquote(response.headers["Location"])


def test_the_address_of_an_article(client: Client, page: NewsPage) -> None:
    assert unquote(page.url) == f"/news/{page.code}/نشست-شورای-هماهنگی/"
    response = client.get(page.url)
    assert response.status_code == 200
    assert "نشست شورای هماهنگی" in response.content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "/news/{code}/",
        "/news/{code}/کهنه/",
        "/news/{persian}/نشست-شورای-هماهنگی/",
        "/news/{slug}/",
        "/n/{code}/",
        "/n/{persian}/",
    ],
)
def test_every_other_address_leads_there(client: Client, page: NewsPage, path: str) -> None:
    persian = "".join("۰۱۲۳۴۵۶۷۸۹"[int(digit)] for digit in str(page.code))
    path = path.format(code=page.code, persian=persian, slug=page.slug)
    assert moved_to(client, path) == unquote(page.url)
    assert moved_to(client, path + "?utm=a") == unquote(page.url) + "?utm=a"


def test_print_view(client: Client, page: NewsPage) -> None:
    assert client.get(page.url + "print/").status_code == 200
    assert moved_to(client, f"/news/{page.code}/x/print/") == unquote(page.url) + "print/"


@pytest.mark.parametrize(
    "path", ["/news/99/", "/n/99/", "/news/999999999999/x/", "/n/0/", "/news/x/y/z/", "/n/x/"]
)
def test_no_such_article(client: Client, page: NewsPage, path: str) -> None:
    assert client.get(path).status_code == 404


def test_drafts_and_unpublished_articles_are_not_found(client: Client, page: NewsPage) -> None:
    address, short = page.url, f"/n/{page.code}/"
    page.unpublish()
    assert client.get(address).status_code == 410
    assert client.get(short).status_code == 410


def test_a_withdrawn_item_is_told_of_at_its_code(client: Client, page: NewsPage) -> None:
    page.unpublish()
    for short, words in (
        (f"/n/{page.code}/", '<html lang="fa" dir="rtl">'),
        (f"/en/n/{page.code}/", "has been withdrawn"),
    ):
        response = client.get(short)
        html = response.content.decode()
        assert response.status_code == 410
        assert words in html
        assert page.title not in html
        assert '<meta name="robots" content="noindex">' in html
        assert not response.cookies
    page.delete()
    assert client.get(f"/n/{page.code}/").status_code == 410


def test_an_imported_code_that_waits_for_its_publication(client: Client, site: SmallSite) -> None:
    import_code(draft_news(site), number=77)
    assert client.get("/n/77/").status_code == 404


def test_short_links_of_a_translation(client: Client, site: SmallSite, page: NewsPage) -> None:
    short = f"/en/n/{page.code}/"
    assert moved_to(client, short) == unquote(page.url)
    english = live_news(site, english_of=page, title="Council session")
    assert moved_to(client, short) == english.url == f"/en/news/{page.code}/council-session/"
    assert moved_to(client, f"/n/{page.code}/") == unquote(page.url)
    assert (page.short_path, english.short_path) == (f"/n/{page.code}/", short)


def test_a_private_headline_is_told_by_no_redirect(client: Client, page: NewsPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    for path in (f"/n/{page.code}/", f"/news/{page.code}/", f"/news/{page.code}/x/"):
        response = client.get(path)
        assert "نشست" not in unquote(response.headers.get("Location", ""))
        assert response.status_code in (301, 302)


def test_url_of_page_sitemap_and_preview_agree(client: Client, page: NewsPage) -> None:
    assert page.full_url in client.get("/sitemap.xml").content.decode()
    preview = page.make_preview_request()
    assert preview.status_code == 200


def test_a_moved_article_is_found_from_its_old_address(
    client: Client, site: SmallSite, page: NewsPage
) -> None:
    old = page.url
    other = site.home.add_child(instance=NewsIndexPage(title="خبرهای آب", slug="water"))
    page.move(other, pos="last-child")
    here = NewsPage.objects.get(pk=page.pk).url
    assert here != old
    assert moved_to(client, old) == unquote(here)


def test_an_alias_is_listed_once(client: Client, site: SmallSite, page: NewsPage) -> None:
    other = site.home.add_child(instance=NewsIndexPage(title="خبرهای آب", slug="water"))
    page.create_alias(parent=other, update_slug="an-alias")
    assert page.title in client.get(other.url).content.decode()
    for address in ("/", site.section.url, "/search/?q=هماهنگی"):
        assert client.get(address).content.decode().count(f">{page.title}</a>") == 1, address


def test_an_empty_window_leads_back_to_the_newest(client: Client, page: NewsPage) -> None:
    assert 'href="?"' in client.get("/news/?before=1-1").content.decode()


def test_the_sitemap_lists_every_language(client: Client, site: SmallSite, page: NewsPage) -> None:
    english = live_news(site, english_of=page, title="Council session")
    listed = client.get("/sitemap.xml").content.decode()
    for shown in (page, english, site.home, site.home_en):
        assert f"<loc>{shown.full_url}</loc>" in listed


def test_two_indexes_know_only_their_own(client: Client, site: SmallSite, page: NewsPage) -> None:
    other = site.home.add_child(instance=NewsIndexPage(title="خبرهای آب", slug="water"))
    assert moved_to(client, f"{other.url}{page.code}/") == unquote(page.url)
    assert page.title not in client.get(other.url).content.decode()


def test_an_article_costs_one_query_to_find_and_one_for_what_is_withheld(
    page: NewsPage, django_assert_num_queries: object
) -> None:
    request = RequestFactory().get("/")
    index = NewsIndexPage.objects.get(pk=page.get_parent().pk)
    with django_assert_num_queries(2):  # type: ignore[operator]
        index.route(request, [str(page.code), "x"])


@pytest.mark.parametrize(
    "query", ["before=x", "after=1-", "before=999999999999999999-1", "after=۱-۱"]
)
def test_a_listing_position_that_is_none(client: Client, page: NewsPage, query: str) -> None:
    assert client.get(f"/news/?{query}").status_code == 404


def test_a_section_lists_news_of_both_languages_by_its_own(
    client: Client, site: SmallSite, page: NewsPage
) -> None:
    english = live_news(site, english_of=page, title="Council session")  # its section is Persian
    assert english.section == site.section
    assert "Council session" in client.get("/en/news/provinces/").content.decode()
    assert "Council session" not in client.get("/news/provinces/").content.decode()
    assert page.title in client.get("/news/provinces/").content.decode()


@pytest.mark.parametrize("end", ["", "a-slug/", "print/", "a-slug/print/"])
def test_the_address_of_a_withdrawn_item_is_gone(site: SmallSite, client: Client, end: str) -> None:
    page = live_news(site)
    page.unpublish()
    answer = client.get(f"{site.index.url}{page.code}/{end}")
    assert answer.status_code == 410
    assert client.get(f"{site.index.url}{page.code + 1}/{end}").status_code == 404


def test_an_address_in_a_language_that_the_item_never_had(site: SmallSite, client: Client) -> None:
    page = live_news(site)
    assert client.get(f"{site.index_en.url}{page.code}/").status_code == 404


def test_a_preview_shows_the_note_and_the_time_to_come(
    client: Client, admin_client: Client, site: SmallSite
) -> None:
    """As it is typed, before anything is saved."""
    page = seen_long_ago(site)
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    note = {"update_kind": UpdateKind.CORRECTION, "update_note": "رقم درست ۱۲ است."}
    words = typed(title=page.title, slug=page.slug, **note)
    assert admin_client.post(url, words).json()["is_valid"]
    assert "رقم درست ۱۲ است." in admin_client.get(url).content.decode()
    assert "رقم درست" not in client.get(page.url).content.decode()
    new = reverse(
        "wagtailadmin_pages:preview_on_add", args=["prcouncil_news", "newspage", site.index.pk]
    )
    embargo = typed(embargoed_until="1499-05-10 08:30")
    assert admin_client.post(new, embargo).json()["is_valid"]
    shown = admin_client.get(new)
    assert shown.status_code == 200
    assert "۱۰ مرداد ۱۴۹۹" in shown.content.decode()


def test_pages_are_read_only(client: Client, page: NewsPage) -> None:
    """Without a form's token Django's middleware answers first."""
    for path in ("/news/", page.url, "/"):
        for method in ("post", "put", "patch", "delete"):
            assert getattr(client, method)(path).status_code == 405, (method, path)
    assert Client(enforce_csrf_checks=True).delete("/news/").status_code == 403
