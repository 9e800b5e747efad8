from io import BytesIO

import pytest
from django.contrib.auth import get_user_model
from pypdf import PdfReader

from tests.charters.printed.making import full
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.charters.printed.kinds import key_of_signature, key_of_version
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.printing.actions import ask, make_waiting
from wagtail_prcouncil.printing.models import PrintedFile
from wagtail_prcouncil.printing.printables import find


def test_text_and_certificate_become_files(site: SmallSite) -> None:
    version = full(site)
    certificate = key_of_signature(version.signatures.get())
    for key in (key_of_version(version), certificate):
        ask(key, "fa")
    assert make_waiting() == {"made": 2}
    for row in PrintedFile.objects.all():
        with row.file.open("rb") as file:
            pages = PdfReader(BytesIO(file.read())).pages
            words = "".join(page.extract_text() for page in pages)
        assert version.digests["fa"] in words.replace("\n", "")
        assert row.key != certificate or len(pages) == 1


def test_who_may_have_one_made(site: SmallSite) -> None:
    version = full(site)
    keeper = member_of(group_for(version.charter.council, rights=[Right.ADOPT]))
    looker = member_of(group_for(version.charter.council, rights=[Right.VIEW]))
    nobody = get_user_model().objects.create_user("nobody")
    for key in (key_of_version(version), key_of_signature(version.signatures.get())):
        found = find(key)
        assert found is not None
        may = found.printable.may_ask
        assert may(found.about, keeper)
        assert not may(found.about, looker)
        assert not may(found.about, nobody)


@pytest.mark.parametrize(
    "key", ["charter:0:1", "charter:x:1", "charter:1", f"charter:1:{'9' * 19}", "certificate:x"]
)
def test_what_there_is_not(site: SmallSite, key: str) -> None:
    found = find(key)
    assert found is not None
    assert not found.printable.is_there(found.about)
    assert found.html("fa") is None
    assert not found.printable.may_ask(found.about, get_user_model()(is_superuser=True))
