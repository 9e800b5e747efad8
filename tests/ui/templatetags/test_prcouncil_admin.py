import datetime as dt

from django.template import engines
from django.test import override_settings
from django.utils import translation

MOMENT = dt.datetime(2026, 11, 22, 7, 0, tzinfo=dt.UTC)


def rendered(source: str, **variables: object) -> str:
    with translation.override("fa"):
        return (
            engines["django"].from_string("{% load prcouncil_admin %}" + source).render(variables)
        )


def test_a_date_with_its_weekday_in_a_tooltip() -> None:
    html = rendered('{% prc_admin_date at "published" "bottom" %}', at=MOMENT)
    assert 'datetime="2026-11-22T10:30:00+03:30"' in html
    assert ">۱ آذر ۱۴۰۵، ۱۰:۳۰</time>" in html
    assert 'data-w-tooltip-content-value="یکشنبه ۱ آذر ۱۴۰۵ - ۱۰:۳۰"' in html
    assert 'placement-value="bottom"' in html
    assert "published" in html


def test_wagtails_own_template_behind_ours() -> None:
    source = "{% load wagtailadmin_tags %}{% human_readable_date at %}"
    with translation.override("fa"):
        with override_settings(WAGTAIL_PRCOUNCIL={"JALALI_EVERYWHERE": True}):
            assert "۱ آذر ۱۴۰۵" in rendered(source, at=MOMENT)
        with override_settings(WAGTAIL_PRCOUNCIL={}):
            gregorian = rendered(source, at=MOMENT)
    assert "۱۴۰۵" not in gregorian
    assert 'datetime="2026-11-22T10:30:00+03:30"' in gregorian
