"""What is so of a charter in no language."""

from typing import Any

import pytest

from tests.charters.making import adopted, charter, fresh, in_english
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.particulars import set_particulars
from wagtail_prcouncil.charters.models import Charter
from wagtail_prcouncil.charters.rules import CharterError, ConflictError
from wagtail_prcouncil.charters.states import Kind


def test_a_charter_is_shared_and_its_list_knows_it(site: SmallSite) -> None:
    one = charter(council(site))
    partner, other = council(site), council(site)
    given: dict[str, Any] = {"kind": Kind.DIRECTIVE, "authoritative": "fa"}
    set_particulars(one, partners=[partner, one.council], version=one.version, **given)
    assert list(Charter.objects.of_council(partner)) == [one]
    set_particulars(one, partners=[other], version=None, **given)
    assert not Charter.objects.of_council(partner).exists()
    assert fresh(one).kind == Kind.DIRECTIVE


def test_the_language_that_decides_is_one_that_it_has(site: SmallSite) -> None:
    one = charter(council(site))
    with pytest.raises(CharterError) as refused:
        set_particulars(one, kind=Kind.CHARTER, authoritative="en", version=None)
    assert refused.value.field == "authoritative"
    in_english(one, site)
    set_particulars(one, kind=Kind.CHARTER, authoritative="en", version=None)
    version = adopted(one)
    assert version.texts["en"]["is_authoritative"] is True
    assert version.authoritative == "en"


def test_a_strange_kind_and_an_old_version_are_refused(site: SmallSite) -> None:
    one = charter(council(site))
    with pytest.raises(CharterError) as refused:
        set_particulars(one, kind="law", authoritative="fa", version=None)
    assert refused.value.field == "kind"
    with pytest.raises(ConflictError):
        set_particulars(one, kind=Kind.CHARTER, authoritative="fa", version=one.version + 1)
