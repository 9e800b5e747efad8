"""The tab of the text and its versions."""

from typing import Any

from tests.charters.admin.desk import chief, place
from tests.charters.making import adopted, charter, draft, in_english
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.repealing import repeal
from wagtail_prcouncil.councils.models.seat import today


def test_it_leads_to_the_pages_and_tells_of_every_version(site: SmallSite) -> None:
    one = charter(council(site))
    english = in_english(one, site)
    first = adopted(one, days=-40)
    adopted(one, days=-10)
    draft(one)
    page = chief().get(place("text", one))
    context = page.context
    assert [row.clauses for row in context["written_in"]] == ["۵", "۵"]
    assert [row.decides for row in context["written_in"]] == [True, False]
    assert f"/admin/pages/{english.pk}/edit/" in page.content.decode()
    assert [row.tone for row in context["adopted"]] == ["done", "nothing"]
    assert first.digests["fa"] in page.content.decode()
    assert context["draft"].number == 3


def test_it_says_why_a_version_was_repealed(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    repeal(version, on=today(), reason="قانون عوض شد", version=None)
    assert "قانون عوض شد" in chief().get(place("text", version.charter)).content.decode()


def test_a_charter_without_a_version_says_so(site: SmallSite) -> None:
    page = chief().get(place("text", charter(council(site))))
    assert (page.context["adopted"], page.context["draft"]) == ([], None)


def test_the_desk_asks_few_queries(site: SmallSite, django_assert_max_num_queries: Any) -> None:
    one = charter(council(site))
    in_english(one, site)
    for days in range(-60, 0, 10):
        adopted(one, days=days)
    draft(one)
    client = chief()
    for slug in ("text", "particulars", "unveiling"):
        client.get(place(slug, one))
        with django_assert_max_num_queries(20):
            assert client.get(place(slug, one)).status_code == 200
