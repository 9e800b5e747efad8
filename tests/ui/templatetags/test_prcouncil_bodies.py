import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory
from django.utils import translation

from tests.blocks import bodies
from tests.making import SmallSite, live_news, small_site


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


def shown(words: str, **context: object) -> str:
    return Template("{% load prcouncil_bodies %}" + words).render(Context(context))


def test_sizes_of_files_are_told_in_the_pages_digits(site: SmallSite) -> None:
    tag = "{% prc_file_size size %}"
    assert shown(tag, page=site.home, size=1_260_000).startswith("۱٫۳ ")
    with translation.override("en"):
        said = [shown(tag, page=site.home_en, size=n) for n in (3, 9_400, 64_000, 1_260_000, 2**31)]
    assert said == ["1 KB", "9.4 KB", "64 KB", "1.3 MB", "2,147 MB"]
    assert shown(tag, page=site.home, size=None) == ""


def test_a_picture_leads_to_its_widest_rendition(site: SmallSite) -> None:
    image = bodies.picture()
    assert "max-1280x1280" in shown('{% prc_picture_url image "text" %}', image=image)
    assert shown('{% prc_picture_url image "text" %}', image=None) == ""


def test_a_kept_body_is_that_of_its_page(site: SmallSite, rf: RequestFactory) -> None:
    page = live_news(site, body=[("paragraph", "<p>متن</p>")])
    tag = "{% prc_kept_body page.body %}{{ says }}{% endprc_kept_body %}"
    request = rf.get("/", headers={"host": "localhost"})
    assert shown(tag, page=page, request=request, says="first") == "first"
    assert shown(tag, page=page, request=request, says="second") == "first"
    assert shown(tag, page=page, says="without a request") == "without a request"


def test_a_kept_body_is_named() -> None:
    with pytest.raises(TemplateSyntaxError, match="takes a body"):
        shown("{% prc_kept_body %}{% endprc_kept_body %}")
