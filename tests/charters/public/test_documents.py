import hashlib
import json

from tests.charters.public.making import anonymous, reading, told_charter
from tests.making import SmallSite
from wagtail_prcouncil.charters.public.documents import document


def test_whoever_has_the_data_can_prove_the_text(site: SmallSite) -> None:
    told = told_charter(site)
    data = json.loads(json.dumps(document(reading(told.page), anonymous())))
    canonical = json.dumps(
        data["text"], ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ).encode()
    assert hashlib.sha256(canonical).hexdigest() == data["versions"][1]["sha256"]["fa"]
    assert [row["number"] for row in data["versions"]] == [1, 2]
    assert [row["standing"] for row in data["versions"]] == ["superseded", "in_force"]
    assert data["councils"][0]["name"] == told.one.council.title


def test_signatures_without_what_is_nobodys_business(site: SmallSite) -> None:
    told = told_charter(site)
    text = json.dumps(document(reading(told.page), anonymous()), ensure_ascii=False)
    given, gone = json.loads(text)["signatures"]
    assert given["agency"]["code"] == told.signature.agency.code
    assert gone["withdrawn_on"]
    assert "رازنگهدار" not in text
