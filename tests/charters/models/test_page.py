"""The words of a charter."""

import pytest
from django.core.exceptions import ValidationError

from tests.charters.making import adopted, charter, clause, draft, fresh
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.models import Charter, CharterPage
from wagtail_prcouncil.charters.texts import anchors_of, words_of


def test_saving_gives_every_clause_an_anchor_that_no_adopted_text_had(site: SmallSite) -> None:
    one = charter(council(site), clauses=[clause("۱"), clause("۲")])
    adopted(one)
    draft(one)
    page = fresh(one).page.get_latest_revision_as_object()
    del page.clauses[1]
    page.clauses.append(("clause", ClauseValue.of("۳")))
    page.save_revision()
    assert anchors_of(words_of(page)) == ["art_1", "art_3"]


class ClauseValue:
    """A new clause as the editor makes it."""

    @staticmethod
    def of(label: str) -> object:
        block = CharterPage._meta.get_field("clauses").stream_block.child_blocks["clause"]
        return block.to_python({"label": label, "text": "<p>تازه</p>"})


def test_each_word_of_an_adopted_text_is_refused_beside_its_field(site: SmallSite) -> None:
    one = charter(council(site))
    adopted(one)
    page = fresh(one).page.get_latest_revision_as_object()
    page.scope, page.preamble = "دیگر", "<p>دیگر</p>"
    with pytest.raises(ValidationError) as refused:
        page.clean()
    assert sorted(refused.value.message_dict) == ["preamble", "scope"]
    page.scope, page.preamble, page.summary = "", "", "خلاصهٔ تازه"
    page.clean()


def test_a_copy_is_a_charter_of_its_own_without_versions(site: SmallSite) -> None:
    one = charter(council(site))
    adopted(one)
    copy = fresh(one).page.copy(update_attrs={"slug": "copy", "title": "رونوشت"})
    found = Charter.objects.get(page=copy)
    assert found != one
    assert not found.versions.exists()
