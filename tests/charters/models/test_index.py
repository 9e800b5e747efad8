from tests.charters.making import adopted, charter, charter_index
from tests.charters.public.making import anonymous
from tests.councils.making import council
from tests.making import SmallSite


def test_the_sitemap_of_a_list(site: SmallSite) -> None:
    home = council(site)
    one, draft = charter(home), charter(home)
    adopted(one)
    index = charter_index(home)
    found = {row["location"] for row in index.get_sitemap_urls(anonymous())}
    assert found == {index.full_url, f"{one.page.full_url}signatures/"}
    assert draft.page.full_url not in found
    assert index.get_cached_paths() == ["/"]


def test_what_lists_show_of_it(site: SmallSite) -> None:
    index = charter_index(council(site))
    index.intro = "همهٔ سندها"
    teaser = index.teaser(anonymous())
    assert (teaser.title, teaser.text, teaser.url) == (index.title, "همهٔ سندها", index.url)
