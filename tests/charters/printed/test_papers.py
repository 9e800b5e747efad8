import pytest
from django.utils import translation
from django.utils.html import escape

from tests.charters.making import adopted, draft, fresh, rewritten
from tests.charters.printed.making import OFFICE, TITLE, full
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions import signing
from wagtail_prcouncil.charters.models import CharterVersion
from wagtail_prcouncil.charters.printed.papers import (
    certificate_paper,
    charter_paper,
    signature_of,
    version_of,
)


def printed(version: CharterVersion, language: str = "fa") -> str:
    """As the database has it now."""
    found = version_of(version.charter_id, version.number)
    assert found is not None
    return charter_paper(found, language) or ""


def certified(version: CharterVersion, language: str = "fa") -> str:
    signature = signature_of(version.signatures.get().pk)
    assert signature is not None
    return certificate_paper(signature, language) or ""


def test_the_whole_text_stands_there_with_its_digest_and_who_has_signed(site: SmallSite) -> None:
    version = full(site)
    words = printed(version)
    said = ("همهٔ دستگاه‌ها", "به نام خدا", "ژرف‌تر", "یادداشت ماده", "قانون رسانه", TITLE)
    signature = version.signatures.with_people().get()
    for one in (*said, OFFICE, signature.agency.name, signature.person.name):
        assert escape(one) in words
    assert version.digests["fa"] in words
    assert 'lang="fa" dir="rtl"' in words
    assert version.charter.council.title in words


def test_clauses_stand_in_their_order(site: SmallSite) -> None:
    words = printed(full(site))
    places = [words.index(f">{label}<") for label in ("مادهٔ ۱", "مادهٔ ۲", "مادهٔ ۳", "مادهٔ ۴")]
    assert places == sorted(places)
    assert words.index("ژرف<") < words.index("ژرف‌تر<")


def test_a_version_is_printed_as_it_was_adopted(site: SmallSite) -> None:
    first = full(site)
    draft(first.charter)
    rewritten(first.charter, "سخن نو")
    second = adopted(first.charter, days=-1)
    assert "سخن نو" not in printed(first)
    assert "سخن نو" in printed(second)
    assert OFFICE not in printed(second)  # a new version starts with no signature


def test_a_draft_is_not_printed(site: SmallSite) -> None:
    version = full(site)
    written = draft(version.charter)
    assert version_of(version.charter_id, written.number) is None


def test_who_signed_what_for_whom(site: SmallSite) -> None:
    version = full(site)
    words = certified(version)
    signature = version.signatures.with_people().get()
    for one in (signature.person.name, signature.agency.name, OFFICE, TITLE):
        assert escape(one) in words
    assert version.digests["fa"] in words
    assert f"/versions/1/signatures/{signature.number}/" in words
    assert "<svg" in words


def test_there_is_no_certificate_of_what_was_withdrawn(site: SmallSite) -> None:
    version = full(site)
    signature = version.signatures.get()
    signing.withdraw(signature, on=signature.signed_on, reason="خواست خودش")
    assert signature_of(signature.pk) is None
    assert OFFICE not in printed(version)


def test_in_english_and_only_there_where_there_is_a_page(site: SmallSite) -> None:
    assert printed(full(site), "en") == ""
    version = full(site, english=True)
    words = printed(version, "en")
    assert 'lang="en" dir="ltr"' in words
    assert "Covenant of answers" in words
    assert all(digest in words for digest in version.digests.values())
    assert "Certificate of signature" in certified(version, "en")


@pytest.mark.parametrize("language", ["fa", "en"])
def test_the_same_words_in_whatever_language_somebody_works(site: SmallSite, language: str) -> None:
    version = full(site, english=True)
    for written in (printed, certified):
        with translation.override("fa"):
            first = written(version, language)
        with translation.override("en"):
            assert written(version, language) == first


def test_links_in_the_words_have_whole_addresses(site: SmallSite) -> None:
    version = full(site)
    draft(version.charter)
    page = fresh(version.charter).page.get_latest_revision_as_object()
    page.preamble = f'<p><a linktype="page" id="{version.charter.page_id}">خود آن</a></p>'
    page.save_revision()
    words = printed(adopted(version.charter, days=0))
    assert f'<a href="{version.charter.page.get_full_url()}"' in words
    assert '<a href="/' not in words


def test_the_name_of_a_council_that_readers_may_not_see_is_not_told(site: SmallSite) -> None:
    version = full(site)
    council = version.charter.council
    council.unpublish()
    assert council.title not in printed(version)
