"""Links to clauses: from what is stored to where readers find the clause now."""

from uuid import uuid4

import pytest
from django.test import Client
from django.utils.translation import override
from wagtail.models import PageViewRestriction, ReferenceIndex
from wagtail.rich_text import RichText, expand_db_html

from tests.charters.making import adopted, charter, clause, draft, fresh, in_english
from tests.councils.making import council
from tests.making import SmallSite, live_news
from tests.staging import with_references
from wagtail_prcouncil.charters.citing import Citation, addresses, citation_in
from wagtail_prcouncil.charters.models import Charter, CharterPage


def link(one: Charter, anchor: str, words: str = "مادهٔ ۱") -> str:
    return f'<a linktype="charter-clause" charter="{one.key}" anchor="{anchor}">{words}</a>'


def url_of(one: Charter) -> str:
    return str(CharterPage.objects.get(pk=one.page_id).url)


def rearranged(one: Charter) -> None:
    """A version in which the first clause is the second, and the last is gone."""
    draft(one)
    page = fresh(one).page.get_latest_revision_as_object()
    first, second, _third = page.clauses.raw_data
    second["value"]["label"], first["value"]["label"] = "مادهٔ ۱", "مادهٔ ۲"
    page.clauses = [second, first]
    page.save_revision()
    adopted(one, days=-3)


def test_a_link_survives_renumbering_and_finds_what_was_taken_out(site: SmallSite) -> None:
    one = charter(council(site))
    adopted(one)
    assert expand_db_html(link(one, "art_1")) == f'<a href="{url_of(one)}#art_1">مادهٔ ۱</a>'
    rearranged(one)
    assert expand_db_html(link(one, "art_1")) == f'<a href="{url_of(one)}#art_1">مادهٔ ۱</a>'
    former = f"{url_of(one)}versions/1/#art_3"
    assert expand_db_html(link(one, "art_3")) == f'<a href="{former}">مادهٔ ۱</a>'
    shown = Client().get(former.partition("#")[0]).content.decode()
    assert 'id="art_3"' in shown


def test_readers_are_led_to_the_page_in_their_language(site: SmallSite) -> None:
    one = charter(council(site))
    english = in_english(one, site)
    adopted(one)
    with override("en"):
        assert f'href="{english.url}#art_2"' in expand_db_html(link(one, "art_2"))
    with override("fa"):
        assert f'href="{url_of(one)}#art_2"' in expand_db_html(link(one, "art_2"))
    english.unpublish()
    with override("en"):
        assert f'href="{url_of(one)}#art_2"' in expand_db_html(link(one, "art_2"))


@pytest.mark.parametrize(
    "attrs",
    [
        'charter="{key}" anchor="art_9"',
        'charter="00000000-0000-4000-8000-000000000000" anchor="art_1"',
        'charter="no key" anchor="art_1"',
        'charter="{key}"',
        'anchor="art_1"',
        'charter="{key}" anchor="&quot;&gt;&lt;script&gt;"',
    ],
)
def test_a_link_that_leads_nowhere_is_text(site: SmallSite, attrs: str) -> None:
    one = charter(council(site))
    adopted(one)
    stored = f'<a linktype="charter-clause" {attrs.format(key=one.key)}>ماده</a>'
    assert expand_db_html(stored) == "<a>ماده</a>"


def test_what_is_kept_from_readers_is_linked_nowhere(site: SmallSite) -> None:
    one = charter(council(site))
    adopted(one)
    page = CharterPage.objects.get(pk=one.page_id)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert addresses([Citation(one.key, "art_1")]) == {}
    page.view_restrictions.all().delete()
    page.unpublish()
    assert addresses([Citation(one.key, "art_1")]) == {}


def test_of_a_charter_that_was_never_adopted_its_page_is_asked(site: SmallSite) -> None:
    one = charter(council(site), clauses=[clause("محور نخست")])
    assert addresses([Citation(one.key, "art_1")]) == {
        Citation(one.key, "art_1"): f"{url_of(one)}#art_1"
    }
    assert addresses([Citation(one.key, "art_2")]) == {}


def test_news_and_other_charters_cite_and_the_charter_knows_of_it(site: SmallSite) -> None:
    one = charter(council(site))
    adopted(one)
    body = [("paragraph", RichText(f"<p>بنا بر {link(one, 'art_2')}</p>"))]
    page = with_references(live_news(site, body=body))
    html = Client().get(page.url).content.decode()
    assert f'<a href="{url_of(one)}#art_2">مادهٔ ۱</a>' in html
    used = ReferenceIndex.get_references_to(CharterPage.objects.get(pk=one.page_id))
    assert str(page.pk) in set(used.values_list("object_id", flat=True))
    said = clause("مادهٔ ۱", text=link(one, "art_2"))
    other = charter(one.council, clauses=[said], title="آیین‌نامه")
    adopted(other)
    assert f'href="{url_of(one)}#art_2"' in Client().get(url_of(other)).content.decode()


def test_however_many_are_cited_they_are_looked_up_together(
    site: SmallSite, django_assert_max_num_queries: object
) -> None:
    council_page = council(site)
    several = [charter(council_page, title=title) for title in ("یک", "دو", "سه")]
    for one in several:
        adopted(one)
    cited = "".join(link(one, anchor) for one in several for anchor in ("art_1", "art_2"))
    expand_db_html(cited)
    with django_assert_max_num_queries(4):  # type: ignore[operator]
        assert expand_db_html(cited).count("href=") == 6


def test_what_attributes_say() -> None:
    key = uuid4()
    assert citation_in({"charter": str(key), "anchor": "art_1"}) == Citation(key, "art_1")
    assert citation_in({}) is None
