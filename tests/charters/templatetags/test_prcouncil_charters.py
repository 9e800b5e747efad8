from django.template import Context, Template
from django.utils import translation


def shown(source: str, **context: object) -> str:
    return Template("{% load prcouncil_charters %}" + source).render(Context(context))


def test_tones_and_names() -> None:
    assert shown("{% prc_change_tone 'added' %}") == "good"
    assert shown("{% prc_verdict_tone 'not_kept' %}") == "bad"
    with translation.override("en"):
        assert shown("{% prc_language_name 'fa' %}") == "Persian"
    assert shown("{% prc_language_name 'xx' %}") == "xx"
