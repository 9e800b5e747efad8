from typing import Any

import pytest
from django.http import HttpRequest
from django.template import Context, Template, TemplateSyntaxError

from tests.making import SmallSite
from wagtail_prcouncil.ui.face import Face


def rendered(source: str, **context: Any) -> str:
    return Template("{% load prcouncil prcouncil_keeping %}" + source).render(Context(context))


def test_words_are_kept_under_their_values(request_: HttpRequest) -> None:
    tag = "{% prc_kept_words w title=title %}{{ title }}{{ other }}{% endprc_kept_words %}"
    assert rendered(tag, request=request_, title="آب", other="x") == "آب"
    assert rendered(tag, request=request_, title="برق", other="x") == "برق"
    assert rendered(tag, title="آب", other="x") == "آب"
    once = "{% prc_kept_words w title=title %}other{% endprc_kept_words %}"
    assert rendered(once, request=request_, title="آب") == "آب"


@pytest.mark.parametrize(
    ("tag", "message"),
    [
        ("{% prc_kept_words w %}{% endprc_kept_words %}", "takes a name and values"),
        ("{% prc_kept_words w title %}{% endprc_kept_words %}", "takes a name and values"),
        ("{% prc_kept stream %}{% endprc_kept %}", "takes a name and the pages"),
        ("{% prc_part %}{% endprc_part %}", "takes a name"),
    ],
)
def test_what_is_kept_is_named(tag: str, message: str) -> None:
    with pytest.raises(TemplateSyntaxError, match=message):
        rendered(tag)


def test_a_part_of_the_frame_knows_nothing_of_the_page(
    site: SmallSite, request_: HttpRequest
) -> None:
    tag = "{% prc_part p %}{{ prc.site_name }}{{ page }}{{ words }}{% endprc_part %}"
    face = Face(request_, site.home)
    assert rendered(tag, prc=face, page=site.home, request=request_, words="x") == "وزارت نمونه"
    assert rendered(tag, page=site.home, words="x") == ""
