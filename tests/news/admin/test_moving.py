from django.contrib.messages import get_messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.http import HttpRequest
from django.test import RequestFactory

from tests.making import SmallSite, below, live_news
from wagtail_prcouncil.news.admin.moving import refuse_shadowed_place
from wagtail_prcouncil.news.models import SectionPage


def asked() -> HttpRequest:
    request = RequestFactory().post("/")
    request.session = {}  # type: ignore[assignment]
    request._messages = FallbackStorage(request)
    return request


def test_a_section_may_not_go_where_a_route_has_its_word(site: SmallSite) -> None:
    aside = below(site.home, SectionPage, title="برچسب‌ها", slug="tag")
    request = asked()
    response = refuse_shadowed_place(request, aside, site.index)
    assert response is not None
    assert response.status_code == 302
    assert "tag" in str(next(iter(get_messages(request))))
    assert refuse_shadowed_place(request, aside, site.section) is None


def test_other_pages_move_as_before(site: SmallSite) -> None:
    assert refuse_shadowed_place(asked(), live_news(site, slug="tag"), site.index_en) is None
