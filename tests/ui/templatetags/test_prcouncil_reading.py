from xml.etree import ElementTree

from django.template import Context, Template


def shown(words: str, **context: object) -> str:
    return Template("{% load prcouncil_reading %}" + words).render(Context(context))


def test_ways_to_share() -> None:
    words = '{% prc_share_ways url "x" as ways %}{% for way in ways %}{{ way.key }} {% endfor %}'
    assert shown(words, url="https://a.example/n/1/").startswith("eitaa bale")


def test_a_code_is_a_drawing_without_styles() -> None:
    drawn = shown("{% prc_qr url %}", url="https://a.example/n/50421/")
    svg = ElementTree.fromstring(drawn)  # noqa: S314  (our own)
    assert svg.get("class") == "prc-qr"
    assert svg.get("viewBox")
    assert "style" not in drawn
    assert drawn != shown("{% prc_qr url %}", url="https://a.example/n/50422/")
