import tomllib

import pytest
from home.demo.comments import DONE, load_comments
from home.demo.loading import Tree
from home.demo.reading import FOLDER, read_site

from tests.making import SmallSite, live_news, small_site
from wagtail_prcouncil.comments.models import ReaderComment, ReaderReport, RuleHit, Thread
from wagtail_prcouncil.comments.states import Status


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


def test_comments_of_every_kind_are_loaded_once(site: SmallSite) -> None:
    tree = Tree(read_site())
    table = tomllib.loads((FOLDER / "comments.toml").read_text("utf-8"))
    keys = {row["news"] for row in table["comment"]}
    index = tree.indexes["ministry"]
    pages = {key: live_news(SmallSite(**vars(site) | {"index": index})) for key in keys}
    for page in pages.values():
        page.copy_for_translation(tree.en, copy_parents=True).save_revision().publish()
    for _twice in range(2):
        load_comments(tree, pages)
    said = [row for each in table["comment"] for row in (each, *each.get("replies", ()))]
    assert ReaderComment.objects.count() == len(said)
    found = set(ReaderComment.objects.values_list("status", flat=True))
    assert found == set(Status) - {Status.ERASED}
    assert RuleHit.objects.values("code").distinct().count() > 5
    assert ReaderReport.objects.get().words
    assert Thread.objects.filter(approved__gt=0).exists()


def test_the_file_knows_what_became_of_each() -> None:
    table = tomllib.loads((FOLDER / "comments.toml").read_text("utf-8"))
    assert {row.get("status", "pending") for row in table["comment"]} <= set(DONE)
