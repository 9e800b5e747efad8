"""The command's tests go through all findings; here is what they name."""

from tests.charters.making import adopted, charter
from tests.charters.management.commands.test_verify_charters import tamper
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.texts import digest_of
from wagtail_prcouncil.charters.verifying import findings


def test_a_text_of_another_version_is_found_though_its_hash_is_right(site: SmallSite) -> None:
    page = council(site)
    version, other = adopted(charter(page)), adopted(charter(page))
    tamper(version, texts=other.texts, digests=other.digests)
    assert digest_of(other.texts["fa"]) == other.digests["fa"]
    found = list(findings())
    assert [(one.version.pk, one.language) for one in found] == [(version.pk, "fa")]
    assert "another version" in found[0].what
