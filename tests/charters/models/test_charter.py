"""What is so of a charter."""

from tests.charters.making import adopted, charter
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.particulars import set_particulars
from wagtail_prcouncil.charters.models import Charter, Partner
from wagtail_prcouncil.charters.states import Kind


def test_it_is_called_as_its_page_and_written_first_in_the_language_that_decides(
    site: SmallSite,
) -> None:
    one = charter(council(site), title="منشور")
    assert (str(one), one.authoritative, one.kind) == ("منشور", "fa", Kind.COVENANT)


def test_a_council_that_shares_it_leads_to_it(site: SmallSite) -> None:
    one, partner = charter(council(site)), council(site, title="شورای دیگر")
    set_particulars(one, kind=one.kind, authoritative="fa", partners=[partner], version=one.version)
    row = Partner.objects.get()
    assert (str(row), row.holds_for) == ("شورای دیگر", one)


def test_without_its_page_a_charter_that_was_never_adopted_goes(site: SmallSite) -> None:
    one = charter(council(site))
    one.page.delete()
    assert not Charter.objects.filter(pk=one.pk).exists()
    kept = adopted(charter(council(site))).charter
    assert Charter.objects.filter(pk=kept.pk).exists()
