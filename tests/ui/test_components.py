"""What the components say to those who do not see them, and keep out of what they are given."""

import datetime as dt
import re
from typing import Any

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation

from wagtail_prcouncil.ui.languages import PageLanguage
from wagtail_prcouncil.ui.months import Month, Occasion
from wagtail_prcouncil.ui.teasers import Teaser
from wagtail_prcouncil.ui.tenure import Stay, Tenure

FA, EN = PageLanguage("fa", is_bidi=True), PageLanguage("en", is_bidi=False)
DAY = dt.date(2026, 11, 22)


def rendered(component: str, language: str = "fa", **variables: Any) -> str:
    with translation.override(language):
        template = Template(f'{{% include "prcouncil_ui/components/{component}.html" %}}')
        return template.render(Context(variables))


class Letter(forms.Form):
    """A field of each sort."""

    name = forms.CharField(help_text="As you sign.")
    answer = forms.ChoiceField(choices=[("m", "Mail")], widget=forms.RadioSelect)
    agreed = forms.BooleanField()
    note = forms.CharField(required=False)


def test_each_error_leads_to_its_field() -> None:
    form = Letter({"name": ""})
    summary = rendered("form_errors", form=form)
    drawn = "".join(rendered("field", field=field) for field in form)
    targets = re.findall(r'href="#([^"]+)"', summary)
    assert len(targets) == 3
    assert [target for target in targets if f'id="{target}"' not in drawn] == []


def test_what_describes_a_control_is_there() -> None:
    drawn = "".join(rendered("field", field=field) for field in Letter({"name": ""}))
    described = " ".join(re.findall(r'aria-describedby="([^"]+)"', drawn)).split()
    assert described
    assert [target for target in described if f'id="{target}"' not in drawn] == []


def test_a_form_without_errors_has_no_summary() -> None:
    assert rendered("form_errors", form=Letter()).strip() == ""


def test_only_what_may_stay_empty_says_so() -> None:
    said = {field.name: rendered("field", "en", field=field) for field in Letter()}
    assert [name for name, html in said.items() if "optional" in html] == ["note"]


@pytest.mark.parametrize(
    ("component", "variables"),
    [
        ("notice", {"label": "<s>", "words": "<i>x"}),
        ("status", {"word": "<i>x"}),
        ("facts", {"facts": [{"term": "<s>", "words": "<i>x"}]}),
        ("timeline", {"entries": [{"date": DAY, "title": "<i>x", "text": "<s>"}]}),
        ("occasions", {"occasions": [Occasion("<i>x", DAY, place="<s>")]}),
        ("teaser", {"teaser": Teaser("<i>x", "/", text="<s>"), "level": 2}),
        ("result", {"teaser": Teaser("<i>x", "/"), "kind": "<s>"}),
        (
            "tenure",
            {"tenure": Tenure.of({"<s>": [Stay("<i>x", DAY, note="<s>")]}, DAY, DAY, FA)},
        ),
        ("month", {"month": Month.of(DAY, [Occasion("<i>x", DAY)], FA)}),
    ],
)
def test_words_are_never_markup(component: str, variables: dict[str, Any]) -> None:
    html = rendered(component, **variables)
    assert "&lt;i&gt;x" in html
    assert not {"<b>x", "<i>x", "<s>"} & set(re.findall(r"<[biu]>x?", html))


def test_machines_read_ascii_and_readers_their_own_digits() -> None:
    stay = Stay("آرش", dt.date(2026, 8, 23), dt.date(2026, 11, 10))
    tenure = Tenure.of({"دبیر": [stay]}, dt.date(2026, 1, 1), DAY, FA)
    html = rendered("tenure", tenure=tenure)
    assert '<time datetime="2026-08-23">۱ شهریور ۱۴۰۵</time>' in html
    assert '<time datetime="2026-11-10">۱۹ آبان ۱۴۰۵</time>' in html
    assert re.findall(r'(?:x|width)="([^"]*[^\d.%"][^"]*)"', html) == []


def test_a_month_names_its_days_in_both_calendars() -> None:
    html = rendered("month", month=Month.of(DAY, [], FA, today=DAY))
    assert '<small lang="en" dir="ltr">22 Nov</small>' in html
    assert html.count('aria-current="date"') == 1
    english = rendered("month", "en", month=Month.of(DAY, [], EN))
    assert '<small lang="fa" dir="rtl">۱ آذر</small>' in english


def test_a_teaser_without_a_picture_asks_for_none() -> None:
    def asked() -> None:
        raise AssertionError("a line shows no picture")

    html = rendered("teaser", teaser=Teaser("تیتر", "/n/1/", image=asked), variant="line")
    assert '<a href="/n/1/">تیتر</a>' in html
