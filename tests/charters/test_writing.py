"""What the editing form asks for, and what it takes."""

from django.test import Client
from django.urls import reverse

from tests.charters.editing import opened, other, provision, save, words
from tests.charters.making import adopted, charter, draft, fresh, rewritten
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters import texts
from wagtail_prcouncil.charters.models import CharterPage, CharterVersion


def test_clauses_are_written_in_three_levels_and_get_their_anchors(
    site: SmallSite, admin_client: Client
) -> None:
    one = charter(council(site), clauses=[])
    third = provision("۱", "سه")
    second = provision("الف", "دو", parts=[third])
    sent = words(provision("مادهٔ ۱", "یک", parts=[second]), provision("مادهٔ ۲", parts=[]))
    assert save(admin_client, one, **sent, **other()).status_code == 302
    text = texts.words_of(fresh(one).page.get_latest_revision_as_object())
    found = [(clause.label, clause.anchor) for clause in texts.every_clause(text)]
    assert found == [
        ("مادهٔ ۱", "art_1"),
        ("الف", "art_1__para_1"),
        ("۱", "art_1__para_1__point_1"),
        ("مادهٔ ۲", "art_2"),
    ]


def test_a_clause_that_was_duplicated_gets_an_anchor_of_its_own(
    site: SmallSite, admin_client: Client
) -> None:
    one = charter(council(site), clauses=[])
    twin = provision("مادهٔ ۱", anchor="art_1", parts=[])
    save(admin_client, one, **words(twin, twin), **other())
    text = texts.words_of(fresh(one).page.get_latest_revision_as_object())
    assert texts.anchors_of(text) == ["art_1", "art_2"]


def test_a_forged_anchor_is_an_error_and_the_words_stay(
    site: SmallSite, admin_client: Client
) -> None:
    one = charter(council(site), clauses=[])
    sent = words(provision("مادهٔ ۱", "بماند", anchor="<b>", parts=[]))
    answer = save(admin_client, one, **sent, **other())
    assert answer.status_code == 200
    form = answer.context["form"]
    assert "clauses" in form.errors
    assert "بماند" in form["clauses"].value()[0].value["text"].source


def test_of_an_adopted_text_it_asks_for_no_words_and_takes_the_rest(
    site: SmallSite, admin_client: Client
) -> None:
    one = charter(council(site))
    version = adopted(one)
    form = opened(admin_client, one).context["form"]
    assert not set(form.fields) & set(texts.WORDS)
    answer = save(admin_client, one, **other(summary="برای همه"), **{"action-publish": "1"})
    assert answer.status_code == 302
    page = CharterPage.objects.get(pk=one.page_id)
    assert (page.summary, page.title) == ("برای همه", version.texts["fa"]["title"])
    assert texts.says_the_same(texts.words_of(page), version.texts["fa"])


def test_words_from_a_form_that_was_open_while_it_was_adopted_come_back(
    site: SmallSite, admin_client: Client
) -> None:
    one = charter(council(site))
    version = adopted(one)
    sent = words(provision("مادهٔ ۱", "دیر رسید", parts=[]), title="نامی دیگر")
    answer = save(admin_client, one, **sent, **other())
    assert answer.status_code == 200
    form = answer.context["form"]
    assert set(form.errors) == {"title", "clauses"}
    assert "دیر رسید" in form["clauses"].value()[0].value["text"].source
    assert form["title"].value() == "نامی دیگر"
    stored = CharterVersion.objects.get(pk=version.pk)
    assert (stored.texts, stored.false_digests()) == (version.texts, [])


def test_an_older_revision_is_shown_with_the_adopted_words(
    site: SmallSite, admin_client: Client
) -> None:
    one = charter(council(site))
    before = fresh(one).page.get_latest_revision()
    rewritten(one, "چیزی که تصویب شد")
    version = adopted(one)
    url = reverse("wagtailadmin_pages:revisions_revert", args=[one.page_id, before.pk])
    form = admin_client.get(url).context["form"]
    assert not set(form.fields) & set(texts.WORDS)
    answer = save(admin_client, one, **other(summary="کهنه"), revision=str(before.pk))
    assert answer.status_code == 302
    draft_now = fresh(one).page.get_latest_revision_as_object()
    assert draft_now.summary == "کهنه"
    assert texts.says_the_same(texts.words_of(draft_now), version.texts["fa"])


def test_a_version_that_is_begun_opens_the_form_again(
    site: SmallSite, admin_client: Client
) -> None:
    one = charter(council(site))
    adopted(one)
    draft(one)
    form = opened(admin_client, one).context["form"]
    assert set(texts.WORDS) <= set(form.fields)
