"""One change at a time in a charter."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.models import PageLogEntry

from tests.charters.making import adopted, charter, draft, fresh
from tests.councils.making import council
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.locking import allowed, due, locked_charter, note, there
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.charters.rules import ConflictError
from wagtail_prcouncil.charters.transitions import Verb


def test_what_was_read_is_compared_and_whoever_may_not_is_not_told(site: SmallSite) -> None:
    one = charter(council(site))
    reader = member_of(group_for(one.council, rights=[Right.VIEW]))
    with transaction.atomic():
        assert allowed(one, None, Right.CHANGE, version=one.version) == one
        with pytest.raises(ConflictError):
            allowed(one, None, Right.CHANGE, version=one.version + 1)
        with pytest.raises(PermissionDenied):
            allowed(one, reader, Right.CHANGE, version=one.version + 1)


def test_what_is_gone_is_a_conflict(site: SmallSite) -> None:
    one = charter(council(site))
    gone = fresh(one)
    one.page.delete()
    with transaction.atomic(), pytest.raises(ConflictError):
        locked_charter(gone)
    with pytest.raises(ConflictError):
        there(None)


def test_a_verb_that_is_not_due_says_where_the_version_stands(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    with transaction.atomic():
        assert due(version, Verb.REPEAL, None, None) == version
        with pytest.raises(ConflictError, match="۱"):
            due(version, Verb.ADOPT, None, None)


def test_every_change_counts_and_is_logged(site: SmallSite) -> None:
    found = draft(charter(council(site)))
    one = fresh(found.charter)
    before = one.version
    note(one, "set_particulars", None, {"number": 7})
    assert fresh(one).version == before + 1
    entry = PageLogEntry.objects.get(action="prcouncil_charters.set_particulars")
    assert entry.data["number"] == 7
