import pytest
from django.utils import translation
from wagtail.log_actions import registry
from wagtail.models import PageLogEntry

from tests.making import SmallSite
from tests.news.changing import change, seen_long_ago
from wagtail_prcouncil.news.states import TOLD, UpdateKind


@pytest.mark.parametrize("kind", sorted(TOLD))
def test_the_history_names_what_readers_were_told(kind: str) -> None:
    registered = dict(registry.get_choices())
    with translation.override("en"):
        assert str(registered[f"prcouncil_news.{kind}"]) == UpdateKind(kind).label


def test_it_quotes_the_note(site: SmallSite) -> None:
    change(seen_long_ago(site), UpdateKind.UPDATE, "عکس افزوده شد.")
    entry = PageLogEntry.objects.get(action="prcouncil_news.update")
    assert entry.comment == "عکس افزوده شد."
