from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override

from tests.charters.editing import opened
from tests.charters.making import adopted, charter, draft
from tests.councils.admin.desk import logged_in
from tests.councils.making import council
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.charters.models import CharterPage


def told_of_adopting() -> str:
    """How the panel begins."""
    with override("fa"):
        told = gettext("The text is adopted: %(version)s")
    return told.partition("%(version)s")[0].strip()


def test_the_form_has_words_and_no_facts() -> None:
    fields = set(CharterPage.get_edit_handler().get_form_class().base_fields)
    assert {"summary", "scope", "preamble", "clauses", "appendices", "references"} <= fields
    assert not fields & {"kind", "council", "authoritative", "version"}


def test_an_adopted_text_says_so_at_once_and_leads_to_the_next_version(
    site: SmallSite, admin_client: Client
) -> None:
    one = charter(council(site))
    begin = reverse("prcouncil_charters:begin", args=[one.pk])
    before = opened(admin_client, one).content.decode()
    assert 'data-prc-labels="' in before
    assert begin not in before
    adopted(one)
    html = opened(admin_client, one).content.decode()
    assert told_of_adopting() in html
    assert f'href="{begin}"' in html
    assert 'data-prc-labels="' not in html
    draft(one)
    assert told_of_adopting() not in opened(admin_client, one).content.decode()


def test_an_editor_without_rights_is_told_why_no_version_is_begun(site: SmallSite) -> None:
    one = charter(council(site))
    adopted(one)
    html = opened(logged_in(member_of(group_for(one.council))), one).content.decode()
    assert told_of_adopting() in html
    with override("fa"):
        assert gettext("Your rights in this council do not cover it.") in html
    assert reverse("prcouncil_charters:begin", args=[one.pk]) not in html


def test_labels_are_offered_in_the_language_of_the_page(
    site: SmallSite, admin_client: Client
) -> None:
    one = charter(council(site))
    html = opened(admin_client, one).content.decode()
    assert "مادهٔ ۱، مادهٔ ۲، مادهٔ ۳، …" in html
    assert "prcouncil_charters/labels.js" in html
    assert "Article 1" not in html
