"""What the demo's desk did: loaded twice it is the same."""

import pytest
from home.demo.desk import load_desk
from home.demo.loading import Tree, load_news
from home.demo.reading import read_site

from wagtail_prcouncil.news.models import NewsPage, Placement, Publication, SectionDesk
from wagtail_prcouncil.news.states import UpdateKind

pytestmark = pytest.mark.django_db


def counts() -> list[int]:
    told = Publication.objects.told()
    return [rows.count() for rows in (NewsPage.objects.all(), told, Placement.objects.all())]


def test_readers_are_told_of_changes() -> None:
    tree = Tree(read_site())
    for _item in load_news(tree):
        pass
    load_desk(tree)
    before = counts()
    kinds = set(Publication.objects.told().values_list("kind", flat=True))
    assert kinds == {UpdateKind.UPDATE, UpdateKind.CORRECTION, UpdateKind.RETRACTION}
    assert NewsPage.objects.exclude(retracted_at=None).count() == 1
    assert NewsPage.objects.embargoed().live().count() == 1
    assert Placement.objects.on(tree.home).count() == 1
    assert Placement.objects.on(tree.home.get_translation(tree.en)).count() == 1
    assert SectionDesk.objects.count() == 3
    load_desk(tree)
    assert counts() == before
