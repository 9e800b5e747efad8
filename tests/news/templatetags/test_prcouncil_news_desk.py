from django.template import Context, Template
from django.test import RequestFactory

from tests.making import SmallSite, draft_news, live_news
from tests.news.staff import chief


def rendered(words: str, **context: object) -> str:
    template = Template("{% load prcouncil_news_desk %}" + words)
    return template.render(Context(context)).strip()


def test_findings(site: SmallSite) -> None:
    words = "{% prc_findings page as found %}{% for one in found %}{{ one.kind }}{% endfor %}"
    assert rendered(words, page=draft_news(site, title="خبر", lead="")) == "lead"


def test_named_alike(site: SmallSite) -> None:
    page, other = live_news(site, title="یکی"), live_news(site, title="یکی")
    request = RequestFactory().get("/")
    request.user = chief()
    words = "{% prc_named_alike page request %}"
    assert f"/admin/pages/{other.pk}/edit/" in rendered(words, page=page, request=request)
    assert rendered(words, page=None, request=request) == ""
