from django.template.loader import get_template

from tests.charters.printed.making import full
from tests.making import SmallSite
from wagtail_prcouncil.charters.printed.kinds import Print, key_of_signature, key_of_version
from wagtail_prcouncil.printing.printables import find


def test_each_has_a_template() -> None:
    for kind in Print:
        assert get_template(f"prcouncil_charters/print/{kind.value}.html")


def test_keys_are_found_again(site: SmallSite) -> None:
    version = full(site)
    for key in (key_of_version(version), key_of_signature(version.signatures.get())):
        found = find(key)
        assert found is not None
        assert found.printable.is_there(found.about)
