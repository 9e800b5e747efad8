"""What is so of a charter beside its text, as a tab."""

from tests.charters.admin.desk import chief, errors, now, place, secretary
from tests.charters.making import charter, fresh, in_english
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.charters.states import Kind

SAID = {"kind": "bylaws", "authoritative": "fa", "review_due_on": "1407/01/01"}


def test_kind_language_councils_and_the_day_of_revision_are_kept(site: SmallSite) -> None:
    one, partner = charter(council(site)), council(site)
    in_english(one, site)
    client = chief()
    said = now(one, **SAID | {"authoritative": "en", "partners": [partner.pk]})
    answer = client.post(place("particulars", one), said)
    assert answer.status_code == 302, errors(answer)
    stored = fresh(one)
    assert (stored.kind, stored.authoritative) == (Kind.BYLAWS, "en")
    assert stored.review_due_on is not None
    assert [row.council for row in stored.partners.all()] == [partner]
    shown = client.get(place("particulars", one)).context["form"].initial
    assert (shown["kind"], shown["partners"]) == ("bylaws", [partner.pk])


def test_what_is_wrong_is_told_beside_its_field(site: SmallSite) -> None:
    one, client = charter(council(site)), chief()
    for given, field in (
        ({"kind": "law"}, "kind"),
        ({"authoritative": "en"}, "authoritative"),
        ({"review_due_on": "1405/13/01"}, "review_due_on"),
        ({"partners": ["9" * 30]}, "partners"),
        ({"partners": ["x"]}, "partners"),
        ({"partners": [one.council.pk]}, "partners"),
    ):
        answer = client.post(place("particulars", one), now(one, **SAID | given))
        assert answer.status_code == 200, given
        assert list(errors(answer)) == [field], given
    assert fresh(one).kind == Kind.COVENANT


def test_whoever_only_reads_sees_them_and_changes_nothing(site: SmallSite) -> None:
    one = charter(council(site))
    reader = secretary(one.council, rights=[Right.VIEW])
    page = reader.get(place("particulars", one))
    assert page.context["told"]
    assert "<form" not in page.content.decode().partition("<main")[2].partition("prc-facts")[0]
    reader.post(place("particulars", one), now(one, **SAID))
    assert fresh(one).kind == Kind.COVENANT


def test_whoever_was_slower_is_told_what_is_so_now(site: SmallSite) -> None:
    one, client = charter(council(site)), chief()
    said = now(one, **SAID)
    assert client.post(place("particulars", one), said).status_code == 302
    late = client.post(place("particulars", one), said | {"kind": "charter"})
    assert late.status_code == 409
    assert fresh(one).kind == Kind.BYLAWS
