import datetime as dt
import tomllib

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from home.demo.comments import load_comments
from home.demo.loading import Tree
from home.demo.reading import FOLDER, read_site

from tests.making import SmallSite, news_at, small_site
from wagtail_prcouncil.comments.models import (
    Ban,
    CommentPolicy,
    OfficialReply,
    ReaderComment,
    ReaderReport,
    RuleHit,
    Thread,
)
from wagtail_prcouncil.comments.states import AnswerStatus, Hold, Mode, Status


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


def test_comments_of_every_kind_are_loaded_once(site: SmallSite) -> None:
    tree = Tree(read_site())
    table = tomllib.loads((FOLDER / "comments.toml").read_text("utf-8"))
    keys = {row["news"] for row in table["comment"]}
    index = tree.indexes["ministry"]
    begin = timezone.now() - dt.timedelta(days=20)
    pages = {key: news_at(SmallSite(**vars(site) | {"index": index}), begin) for key in keys}
    User.objects.create_superuser("administrator")
    for page in pages.values():
        page.copy_for_translation(tree.en, copy_parents=True).save_revision().publish()
    for _twice in range(2):
        load_comments(tree, pages)
    said = [row for each in table["comment"] for row in (each, *each.get("replies", ()))]
    assert ReaderComment.objects.count() == len(said)
    found = set(ReaderComment.objects.values_list("status", flat=True))
    assert found == set(Status)
    # Of a crowd, a browser without scripts and a checker, which a demo does not have.
    absent = {Hold.MANY, Hold.NO_PROOF, Hold.EXTERNAL}
    assert set(Hold) - absent <= set(RuleHit.objects.values_list("code", flat=True))
    assert all(ReaderReport.objects.values_list("words", flat=True))
    assert Thread.objects.filter(approved__gt=20).exists()
    assert Ban.objects.in_force().count() == 1
    assert set(OfficialReply.objects.values_list("status", flat=True)) == {
        AnswerStatus.DRAFT,
        AnswerStatus.PUBLISHED,
    }
    assert CommentPolicy.objects.filter(mode=Mode.CLOSED).exists()
