from django.template import Context, Template

from tests.making import SmallSite, live_news

TEMPLATE = Template("{% load prcouncil_sources %}{% prc_source_phrase page url %}")


def test_the_phrase_links_who_is_quoted(site: SmallSite) -> None:
    page = live_news(site, quoted_source="دبیرخانه")
    shown = TEMPLATE.render(Context({"page": page, "url": "https://example.ir/"}))
    assert '<a href="https://example.ir/">دبیرخانه</a>' in shown
