"""The demo's charters: adopted, unveiled, signed and reviewed, loaded once."""

import re
import tomllib
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from home.demo.accounts import make_accounts
from home.demo.agencies import load_register
from home.demo.charter_signatures import invite_logins
from home.demo.charters import WHERE, load_charters
from home.demo.councils import load_councils
from home.demo.loading import Tree
from home.demo.meetings import load_meetings
from home.demo.reading import FOLDER, read_site

from tests.home.demo.test_reading import SLIPS
from tests.making import small_site
from wagtail_prcouncil.charters.models import (
    Charter,
    CharterIndexPage,
    CharterPage,
    CharterVersion,
    ClauseReview,
    Invitation,
    Signature,
)
from wagtail_prcouncil.charters.states import (
    InvitationState,
    Kind,
    Method,
    Standing,
    Verdict,
)
from wagtail_prcouncil.charters.texts import clauses_of, every_clause
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.outbox.models import Message
from wagtail_prcouncil.pages.actions import make_work_groups
from wagtail_prcouncil.persian.text import canonical

TABLE = tomllib.loads((FOLDER / WHERE).read_text("utf-8"))


@pytest.fixture(scope="module")
def loaded(kept_rows: None) -> Tree:
    small_site()
    load_register()
    tree = Tree(read_site())
    load_councils(tree)
    load_meetings(tree)
    load_charters(tree)
    return tree


@pytest.fixture
def tree(loaded: Tree, db: None) -> Tree:
    return loaded


@pytest.fixture
def covenant(tree: Tree) -> Charter:
    return Charter.objects.get(page__slug="public-relations-covenant")


def test_three_texts_are_in_force_in_both_languages(tree: Tree) -> None:
    versions = CharterVersion.objects.in_force()
    kinds = {version.charter.kind for version in versions.select_related("charter")}
    assert kinds == {Kind.COVENANT, Kind.DIRECTIVE, Kind.CHARTER}
    for version in CharterVersion.objects.all():
        assert set(version.texts) == {"fa", "en"}
        assert version.false_digests() == []
        assert version.adopted_in is not None
    axes = versions.get(charter__page__slug="axes-of-the-mission")
    assert len(every_clause(axes.texts["fa"])) == 8
    assert CharterIndexPage.objects.child_of(tree.home).get().show_in_menus


def test_the_covenant_was_amended_and_its_clauses_keep_their_anchors(covenant: Charter) -> None:
    first, second = covenant.versions.order_by("number")
    assert [first.standing, second.standing] == [Standing.SUPERSEDED, Standing.IN_FORCE]
    before, after = (
        {clause.label: clause for clause in clauses_of(one.texts["fa"])} for one in (first, second)
    )
    assert after.keys() - before.keys() == {"اصل ۵ مکرر"}
    assert all(after[label].anchor == before[label].anchor for label in before)
    assert before["اصل ۳"].text != after["اصل ۳"].text
    assert first.texts["fa"]["preamble"] != second.texts["fa"]["preamble"]
    assert second.texts["fa"]["appendices"]
    assert second.texts["fa"]["references"]


def test_most_agencies_signed_it_across_the_provinces(covenant: Charter) -> None:
    first, second = covenant.versions.order_by("number")
    standing = second.signatures.standing()
    agencies = set(standing.values_list("agency", flat=True))
    assert len(agencies) > Agency.objects.filter(closed_on=None).count() / 2
    assert len(set(standing.values_list("agency__province", flat=True))) > 25
    assert set(standing.values_list("method", flat=True)) == {
        Method.IN_PERSON,
        Method.PLEDGE,
        Method.LINK,
    }
    assert second.signatures.exclude(withdrawn_on=None).count() == 1
    assert second.unveiling.occasion is not None
    assert covenant.page.gallery.count() == 3
    assert set(second.invitations.values_list("state", flat=True)) == {
        InvitationState.OPEN,
        InvitationState.USED,
    }
    assert 0 < first.signatures.count() < second.signatures.count()
    assert set(ClauseReview.objects.values_list("verdict", flat=True)) == set(Verdict.values)


def test_loaded_twice_they_are_the_same_and_nobody_is_written_to(tree: Tree) -> None:
    counts = [model.objects.count() for model in (CharterVersion, Signature, Invitation)]
    load_charters(tree)
    assert counts == [model.objects.count() for model in (CharterVersion, Signature, Invitation)]
    assert CharterPage.objects.count() == 2 * len(TABLE["charter"])
    assert not Message.objects.waiting().exists()


def test_a_login_of_an_agency_is_invited_once(covenant: Charter, tmp_path: Path) -> None:
    make_work_groups()
    make_accounts(tmp_path / "logins.txt")
    invite_logins()
    invite_logins()
    user = get_user_model().objects.get(username="agency")
    invitation = Invitation.objects.open().get(user=user)
    assert invitation.version.charter == covenant
    assert [reporter.agency for reporter in user.reports_for.all()] == [invitation.agency]
    assert not Message.objects.waiting().exists()


@pytest.mark.once
def test_words_are_well_written() -> None:
    persian = [text for text in _texts(TABLE) if re.search("[آ-ی]", text)]
    assert len(persian) > 80
    for text in persian:
        assert canonical(text) == text
        slips = {name: re.findall(slip, text) for name, slip in SLIPS.items()}
        assert {name: found for name, found in slips.items() if found} == {}, text


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return _texts(list(value.values()))
    return [text for one in value for text in _texts(one)] if isinstance(value, list) else []
