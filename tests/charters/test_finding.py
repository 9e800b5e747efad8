from typing import Any

from tests.charters.making import adopted, charter, draft, fresh, rewritten
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.models import CharterPage


def found(words: str) -> list[CharterPage]:
    return list(CharterPage.objects.live().search(words))


def test_search_knows_what_was_adopted_and_no_draft(
    site: SmallSite, django_capture_on_commit_callbacks: Any
) -> None:
    one = charter(council(site))
    rewritten(one, "شفافیت")
    page = fresh(one).page
    page.get_latest_revision().publish()
    assert found("شفافیت") == []
    with django_capture_on_commit_callbacks(execute=True):
        adopted(one)
    assert found("شفافیت") == [page]
    draft(one)
    rewritten(one, "پنهان")
    fresh(one).page.get_latest_revision().publish()
    assert found("پنهان") == []
    assert found("شفافیت") == [page]
