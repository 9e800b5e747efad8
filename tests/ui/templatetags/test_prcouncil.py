import datetime as dt
import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.template import Context, Template, TemplateSyntaxError
from django.test import Client, override_settings
from django.utils import translation
from wagtail import hooks
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtail.images.tests.utils import get_test_image_file

from tests.making import SmallSite, live_news
from wagtail_prcouncil.ui.slots import HOOK, PageSlot

MOMENT = dt.datetime(2026, 11, 22, 6, 10, tzinfo=dt.UTC)


def rendered(source: str, **context: Any) -> str:
    return Template("{% load prcouncil %}" + source).render(Context(context))


@pytest.fixture
def image(db: None) -> AbstractImage:
    file = get_test_image_file(size=(1500, 1000))
    return get_image_model().objects.create(title="سد", file=file)


def test_time(site: SmallSite) -> None:
    source = '{% prc_time moment "datetime" %}'
    assert rendered(source, moment=MOMENT, page=site.home) == (
        '<time datetime="2026-11-22T09:40:00+03:30">یکشنبه ۱ آذر ۱۴۰۵ - ۰۹:۴۰</time>'
    )
    assert rendered(source, moment=MOMENT, page=site.home_en) == (
        '<time datetime="2026-11-22T09:40:00+03:30">Sunday 22 November 2026, 09:40</time>'
    )
    assert rendered(source, moment=None, page=site.home) == ""
    with pytest.raises(TemplateSyntaxError, match="longish"):
        rendered('{% prc_time moment "longish" %}', moment=MOMENT)


def test_digits_and_numbers(site: SmallSite) -> None:
    source = "{% prc_digits code %} {% prc_number count %}"
    assert rendered(source, code="50421", count=1234, page=site.home) == "۵۰۴۲۱ ۱٬۲۳۴"
    assert rendered(source, code="50421", count=1234, page=site.home_en) == "50421 1,234"
    with translation.override("fa"):
        assert rendered(source, code=7, count=7) == "۷ ۷"


def test_digits_are_escaped(site: SmallSite) -> None:
    assert rendered("{% prc_digits code %}", code="<1>", page=site.home) == "&lt;۱&gt;"


@override_settings(WAGTAIL_PRCOUNCIL={"NEWS_CODE_LABEL": "شناسهٔ خبر"})
def test_code_label() -> None:
    assert rendered("{% prc_code_label %}") == "شناسهٔ خبر"


def test_label(site: SmallSite) -> None:
    with translation.override("en"):
        assert rendered("{% prc_label page %}", page=site.section) == "Section"


def test_picture(image: AbstractImage) -> None:
    html = rendered('{% prc_picture image "teaser" %}', image=image)
    assert 'alt=""' in html
    assert 'loading="lazy"' in html
    assert 'width="240"' in html
    assert 'height="160"' in html
    assert html.count(".webp") == 3
    assert " 480w" in html


def test_the_first_picture_of_a_page_does_not_wait(image: AbstractImage) -> None:
    html = rendered('{% prc_picture image "lead" alt="سد" eager=True %}', image=image)
    assert "lazy" not in html
    assert 'fetchpriority="high"' in html
    assert 'alt="سد"' in html


def test_no_picture() -> None:
    assert rendered('{% prc_picture image "lead" %}', image=None) == ""


def test_what_a_feature_describes_cannot_end_its_script() -> None:
    html = rendered("{% prc_json_ld told %}", told={"text": "</script><b>&"})
    assert html.count("</script>") == 1
    assert json.loads(html.partition(">")[2].rpartition("<")[0]) == {"text": "</script><b>&"}
    assert rendered("{% prc_json_ld told %}", told=None) == ""


def test_structured_data_cannot_end_its_script(site: SmallSite, request_: HttpRequest) -> None:
    article = live_news(site, title="</script><b>آب & برق")
    html = rendered("{% prc_structured_data %}", page=article, request=request_)
    assert html.startswith('<script type="application/ld+json">{')
    assert html.count("<") == 2
    assert "آب" in html
    assert rendered("{% prc_structured_data %}", page=site.home, request=request_) == ""


def test_page_slot(site: SmallSite, request_: HttpRequest) -> None:
    template = "prcouncil_ui/components/empty.html"
    slot = PageSlot("margin", template, lambda page, request: {"words": "هست"})
    with hooks.register_temporarily(HOOK, lambda: slot):
        assert "هست" in rendered('{% page_slot "margin" %}', page=site.home, request=request_)
        kept = '{% page_slot "margin" as kept %}[{{ kept }}]'
        assert rendered(kept, page=site.home, request=request_).strip("[]").strip().startswith("<p")
    assert rendered(kept, page=site.home, request=request_) == "[]"
    assert rendered('{% page_slot "margin" %}', request=request_) == ""


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ('{% page_slot "margins" %}', "Did you mean 'margin'?"),
        ("{% page_slot margin %}", "in quotes"),
        ("{% page_slot %}", "in quotes"),
        ('{% page_slot "margin" kept %}', "in quotes"),
    ],
)
def test_a_wrong_page_slot_does_not_compile(source: str, complaint: str) -> None:
    with pytest.raises(TemplateSyntaxError, match=complaint.replace("?", r"\?")):
        rendered(source)


def test_user_bar_for_editors_only(site: SmallSite, client: Client) -> None:
    response = client.get(site.home.url)
    assert b"wagtail-userbar" not in response.content
    assert "Cookie" not in response.headers.get("Vary", "")

    client.force_login(User.objects.create_superuser("editor"))
    response = client.get(site.home.url)
    assert b"wagtail-userbar" in response.content
    assert "Cookie" in response.headers["Vary"]
