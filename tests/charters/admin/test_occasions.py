"""Choosing a meeting or a conference."""

from collections.abc import Iterator

import pytest
from django import forms
from wagtail import hooks
from wagtail.models import Page

from tests.making import SmallSite
from tests.meetings.making import meeting, staffed_council
from wagtail_prcouncil.charters.admin.occasions import OccasionField, offer_occasions
from wagtail_prcouncil.councils.occasions import HOOK


class AForm(forms.Form):
    """With an occasion to choose."""

    where = OccasionField(required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        offer_occasions(self, "where")


@pytest.fixture
def nothing_registered() -> Iterator[None]:
    known = hooks._hooks.pop(HOOK, [])
    yield
    hooks._hooks[HOOK] = known


def test_only_registered_occasions_are_taken(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    form = AForm({"where": str(made.page_id)})
    assert form.is_valid()
    assert form.cleaned_data["where"] == Page.objects.get(pk=made.page_id)
    assert not AForm({"where": str(site.home.pk)}).is_valid()
    assert "prcouncil_meetings.meetingpage" in str(form["where"])


def test_where_nothing_is_registered_nothing_is_asked(nothing_registered: None) -> None:
    assert "where" not in AForm().fields
