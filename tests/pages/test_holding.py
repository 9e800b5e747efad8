import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse
from wagtail import hooks
from wagtail.models import GroupPagePermission, Page

from tests.making import SmallSite, draft_news, live_news
from wagtail_prcouncil.news.models import NewsPage, SectionPage
from wagtail_prcouncil.pages.holding import holders


@pytest.fixture
def admin(db: None) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("chief", "chief@example.invalid", "x"))
    return client


def delete_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:delete", args=[page.pk])


def test_a_section_with_news_is_held_by_them(site: SmallSite) -> None:
    page = live_news(site)
    assert holders([site.section]) == [page]


def test_a_translation_goes_alone_and_is_not_held(site: SmallSite) -> None:
    live_news(site)
    assert holders([site.section_en]) == []


def test_what_wagtail_deletes_along_is_asked_for_too(site: SmallSite) -> None:
    """As its own delete view does: a hook may add the translations of a page."""
    page = live_news(site)
    along = {site.section_en: [site.section]}
    with hooks.register_temporarily(
        "construct_translated_pages_to_cascade_actions", lambda pages, action: along
    ):
        assert holders([site.section_en]) == [page]


def test_an_index_takes_its_news_and_sections_along(site: SmallSite) -> None:
    live_news(site)
    assert holders([site.index]) == []
    NewsPage.objects.get().delete()
    assert holders([site.section]) == []


def test_a_row_that_the_user_may_not_open_is_not_named(site: SmallSite) -> None:
    """A chief of one section learns that there is a draft, and not its headline."""
    draft = draft_news(site)
    group = Group.objects.create(name="section")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in ("add_page", "change_page", "publish_page"):
        permission = Permission.objects.get(codename=codename)
        GroupPagePermission.objects.create(group=group, page=site.section, permission=permission)
    user = User.objects.create_user("section", password="x")
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    response = client.get(delete_url(site.section))
    assert response.status_code == 409
    html = response.content.decode()
    assert str(NewsPage._meta.verbose_name) in html
    assert draft.title not in html
    assert f"/pages/{draft.pk}/" not in html


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_admin_answers_with_the_list(site: SmallSite, admin: Client, method: str) -> None:
    page = live_news(site)
    response = getattr(admin, method)(delete_url(site.section))
    assert response.status_code == 409
    assert page.title in response.content.decode()
    assert SectionPage.objects.filter(pk=site.section.pk).exists()


def test_in_bulk_too(site: SmallSite, admin: Client) -> None:
    page = live_news(site)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    response = admin.post(f"{url}?id={site.section.pk}")
    assert response.status_code == 409
    assert page.title in response.content.decode()


def test_what_nothing_holds_goes(site: SmallSite, admin: Client) -> None:
    page = live_news(site)
    assert admin.post(delete_url(page)).status_code == 302
    assert not NewsPage.objects.filter(pk=page.pk).exists()
    assert admin.post(delete_url(site.section)).status_code == 302
