"""What is registered to make drafts, and where a user can have them made."""

from django.contrib.auth.models import User
from wagtail.models import Page

from tests.making import SmallSite
from tests.news.staff import group, member
from wagtail_prcouncil.news.models import NewsIndexPage
from wagtail_prcouncil.pages.draft_targets import draft_targets


def test_news_is_registered() -> None:
    target = draft_targets()["news"]
    assert (target.permission, target.parent_type) == ("add", NewsIndexPage)


def test_parents_are_those_below_which_the_user_may_add(site: SmallSite) -> None:
    target = draft_targets()["news"]
    chief = User.objects.create_superuser("chief")
    assert [page.pk for page in target.parents(chief)] == [site.index.pk, site.index_en.pk]
    persian = member(group("desk", "add_page", below=site.home))
    assert [page.pk for page in target.parents(persian)] == [site.index.pk]
    reader = member(group("readers", "change_page", below=site.home))
    assert not target.parents(reader).exists()


def test_an_alias_is_no_place_for_a_draft(site: SmallSite) -> None:
    index = Page.objects.get(pk=site.index.pk).specific
    index.create_alias(update_slug="news-again")
    chief = User.objects.create_superuser("chief")
    assert draft_targets()["news"].parents(chief).count() == 2
