"""A version is begun and discarded."""

import pytest
from django.core.exceptions import ValidationError

from tests.charters.making import adopted, charter, draft, fresh, in_english, rewritten
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.drafting import begin, discard
from wagtail_prcouncil.charters.models import CharterPage, CharterVersion
from wagtail_prcouncil.charters.rules import ConflictError


def test_one_draft_at_a_time(site: SmallSite) -> None:
    one = charter(council(site))
    begin(one, version=one.version)
    with pytest.raises(ConflictError):
        begin(fresh(one), version=None)
    assert one.versions.count() == 1


def test_it_starts_from_what_was_adopted_in_every_language(site: SmallSite) -> None:
    one = charter(council(site))
    english = in_english(one, site)
    first = adopted(one)
    for page in (one.page, english):
        words = CharterPage.objects.get(pk=page.pk)
        words.clauses[0].value["heading"] = "past the form"
        words.save_revision(clean=False)
    draft(one)
    for page in (one.page, english):
        said = CharterPage.objects.get(pk=page.pk).get_latest_revision_as_object()
        assert said.clauses[0].value["heading"] == ""
    assert adopted(one, days=-1).texts["en"]["clauses"] == first.texts["en"]["clauses"]


def test_an_adopted_text_is_not_written_over_and_a_draft_is_open_again(site: SmallSite) -> None:
    one = charter(council(site))
    adopted(one)
    with pytest.raises(ValidationError) as refused:
        rewritten(one, "دیگر")
    assert list(refused.value.message_dict) == ["clauses"]
    draft(one)
    rewritten(one, "دیگر")


def test_a_draft_is_discarded_once_and_an_adopted_one_never(site: SmallSite) -> None:
    one = charter(council(site))
    found = draft(one)
    discard(found, version=None)
    assert not CharterVersion.objects.exists()
    with pytest.raises(ConflictError):
        discard(CharterVersion(pk=found.pk or 0, charter=one), version=None)
    with pytest.raises(ConflictError):
        discard(adopted(one), version=None)
