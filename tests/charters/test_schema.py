from tests.charters.making import charter, fresh
from tests.charters.public.making import AFTER, anonymous, reading, told_charter
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.schema import STATUS, digital_document
from wagtail_prcouncil.charters.states import Standing


def test_a_document_with_its_clauses(site: SmallSite) -> None:
    told = told_charter(site)
    data = digital_document(reading(told.page), anonymous())
    address = told.page.full_url
    assert (data["@type"], data["@id"], data["version"]) == ("DigitalDocument", address, "2")
    assert data["creativeWorkStatus"] == "InForce"
    assert data["isBasedOn"] == f"{address}versions/1/"
    assert data["sha256"] == told.second.digests["fa"]
    assert data["temporalCoverage"].endswith("/..")
    second, third = data["hasPart"][1:3]
    assert (third["@id"], third["position"], third["text"]) == (
        f"{address}#{told.anchor}",
        3,
        AFTER,
    )
    assert second["hasPart"][1]["hasPart"][0]["text"] == "در تیتر"


def test_an_earlier_version_is_a_document_of_its_own(site: SmallSite) -> None:
    told = told_charter(site)
    data = digital_document(reading(told.page).of_version(1), anonymous())
    assert data["@id"] == f"{told.page.full_url}versions/1/"
    assert str(told.second.in_force_from) in data["temporalCoverage"]
    assert "datePublished" not in data


def test_a_draft_says_so(site: SmallSite) -> None:
    data = digital_document(reading(fresh(charter(council(site))).page), anonymous())
    assert data["creativeWorkStatus"] == "Draft"
    assert not {"version", "sha256", "dateCreated"} & {*data}
    assert set(STATUS) == set(Standing)
