"""Begin, discard and repeal, as screens."""

from tests.charters.admin.desk import chief, errors, now, place, secretary, seen
from tests.charters.making import adopted, charter, draft, fresh, rewritten
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.charters.states import Standing, VersionState


def test_a_version_is_begun_and_discarded(site: SmallSite) -> None:
    one = charter(council(site))
    adopted(one)
    client = chief()
    assert client.get(place("begin", one)).status_code == 200
    answer = client.post(place("begin", one), now(one))
    assert answer["Location"] == place("text", one)
    assert one.versions.drafts().get().number == 2
    assert client.post(place("discard", one), now(one)).status_code == 302
    assert not one.versions.drafts().exists()


def test_a_verb_that_is_not_due_leads_back_and_says_why(site: SmallSite) -> None:
    one = charter(council(site))
    client = chief()
    for verb in ("discard", "adopt", "repeal"):
        answer = client.get(place(verb, one), follow=True)
        assert answer.redirect_chain[0][0] == place("text", one)
        assert [str(message) for message in answer.context["messages"]], verb


def test_repealing_asks_why_and_keeps_what_was_typed(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    one, client = version.charter, chief()
    refused = client.post(place("repeal", one), now(one, on="1405/13/01", reason="کهنه شد"))
    assert list(errors(refused)) == ["on"]
    assert "کهنه شد" in refused.content.decode()
    before = now(one, on="1380/01/01", reason="کهنه شد")
    assert list(errors(client.post(place("repeal", one), before))) == ["on"]
    answer = client.post(place("repeal", one), now(one, on="1405/09/01", reason="کهنه شد"))
    assert answer.status_code == 302, errors(answer)
    version.refresh_from_db()
    assert (version.state, version.repeal_reason) == (VersionState.REPEALED, "کهنه شد")
    assert version.standing == Standing.REPEALED


def test_whoever_was_slower_is_told_what_is_so_now(site: SmallSite) -> None:
    one = charter(council(site))
    said, client = now(one), chief()
    draft(one)
    answer = client.post(place("begin", one), said)
    assert answer.status_code == 409
    assert answer.context["conflict"]["facts"]
    again = client.post(place("begin", one), now(one))
    assert again.status_code == 409  # a draft is open: a newer number does not help
    assert one.versions.count() == 1


def test_a_draft_that_went_meanwhile_is_a_conflict_and_no_error(site: SmallSite) -> None:
    one = charter(council(site))
    client = chief()
    for verb, said in (
        ("discard", {}),
        ("adopt", {"how": "consensus", "adopted_on": "1405/09/01"}),
    ):
        assert client.post(place(verb, one), now(one, **said)).status_code == 409, verb
    on = {"on": "1405/09/01", "reason": "چون"}
    assert client.post(place("repeal", one), now(one, **on)).status_code == 409


def test_a_number_that_is_missing_or_nonsense_is_a_conflict(site: SmallSite) -> None:
    one = charter(council(site))
    client = chief()
    for version in ("", "x", "-1", "9" * 30):
        answer = client.post(place("begin", one), {"version": version})
        assert answer.status_code == 409, version
    assert not one.versions.exists()


def test_rights_are_asked_for(site: SmallSite) -> None:
    one = charter(council(site))
    found = draft(one)
    keeper = secretary(one.council, rights=[Right.VIEW, Right.CHANGE])
    said = {"how": "consensus", "adopted_on": "1405/09/01", "seen": seen(one)}
    keeper.post(place("adopt", one), now(one, **said))
    found.refresh_from_db()
    assert found.state == VersionState.DRAFT
    assert keeper.post(place("discard", one), now(one)).status_code == 302
    assert not one.versions.exists()


def test_the_draft_of_another_council_is_not_there(site: SmallSite) -> None:
    mine, other = council(site), council(site)
    one = charter(other)
    draft(one)
    rewritten(one, "دیگر")
    assert secretary(mine).post(place("discard", one), now(one)).status_code == 404
    assert fresh(one).versions.exists()


def test_a_day_far_ahead_is_asked_for_once_more(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    one, client = version.charter, chief()
    far = {"on": "1450/01/01", "reason": "کهنه شد"}
    asked = client.post(place("repeal", one), now(one, **far))
    assert list(errors(asked)) == ["far"]
    assert 'name="far"' in asked.content.decode()
    assert client.post(place("repeal", one), now(one, far="on", **far)).status_code == 302
    draft(one)
    far = {"adopted_on": "1405/09/01", "in_force_from": "1450/01/02", "how": "consensus"}
    far |= {"seen": seen(one)}
    asked = client.post(place("adopt", one), now(one, **far))
    assert list(errors(asked)) == ["far"]
    assert 'name="far"' in asked.content.decode()
    assert client.post(place("adopt", one), now(one, far="on", **far)).status_code == 302
