from django.test import RequestFactory
from wagtail.models import PageViewRestriction

from tests.making import SmallSite, draft_news, live_news
from wagtail_prcouncil.pages.sitemaps import Sitemap


def titles() -> set[str]:
    return {page.title for page in Sitemap(RequestFactory().get("/")).items()}


def test_readable_pages_of_every_language_and_no_aliases(site: SmallSite) -> None:
    page = live_news(site)
    english = live_news(site, english_of=page, title="Council session")
    page.create_alias(update_slug="an-alias")
    draft = draft_news(site)
    found = [item.pk for item in Sitemap(RequestFactory().get("/")).items()]
    assert {page.pk, english.pk, site.home.pk, site.home_en.pk} <= set(found)
    assert draft.pk not in found
    assert len(found) == len(set(found)) == 8
    PageViewRestriction.objects.create(page=site.index_en, restriction_type="login")
    assert english.title not in titles()
