"""The list of charters as a table that leaves the admin."""

from tests.charters.making import adopted, charter, draft, signed
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.signing import withdraw
from wagtail_prcouncil.charters.admin.exports import CHARTERS
from wagtail_prcouncil.charters.admin.listing import known_versions
from wagtail_prcouncil.charters.models import Charter
from wagtail_prcouncil.councils.models.seat import today


def test_a_line_tells_of_the_version_that_leads(site: SmallSite) -> None:
    home = council(site)
    version = adopted(charter(home, title="میثاق"), days=-10)
    signed(version)
    withdraw(signed(version), on=today(), reason="پشیمانی")
    draft(version.charter)
    charter(home, title="تازه")
    rows = Charter.objects.select_related("page", "council").prefetch_related(known_versions())
    heading, lines = CHARTERS.headings(), CHARTERS.lines(rows.order_by("pk"))
    first, second = lines
    line, blank = dict(zip(heading, first, strict=True)), dict(zip(heading, second, strict=True))
    numbers = [value for value in line.values() if isinstance(value, int)]
    assert numbers == [1, 1, 2]  # version, signatures that stand, open draft
    assert "میثاق" in line.values()
    assert version.adopted_on is not None
    assert version.adopted_on.isoformat() in line.values()
    assert [value for value in blank.values() if isinstance(value, int)] == []
