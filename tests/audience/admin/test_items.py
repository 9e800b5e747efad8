from tests.audience.making import known
from tests.making import SmallSite, live_news
from wagtail_prcouncil.audience.actions import cast_vote
from wagtail_prcouncil.audience.admin.items import items_of, with_items
from wagtail_prcouncil.audience.models import UsefulnessVote


def test_an_item_is_known_by_its_original(site: SmallSite) -> None:
    page = live_news(site, title="گزارش")
    live_news(site, english_of=page, title="Water")
    (item,) = items_of({page.translation_key}).values()
    assert item == ("گزارش", page.pk, "fa", page.full_url, page.code)


def test_a_vote_on_a_deleted_item_is_about_none(site: SmallSite) -> None:
    page, other = live_news(site), live_news(site)
    for read in (page, other):
        cast_vote(known(read), is_useful=True, by="one")
    page.delete()
    votes = with_items(UsefulnessVote.objects.order_by("pk").iterator())
    assert [vote.about and vote.about.page_id for vote in votes] == [None, other.pk]


def test_items_without_a_code_have_none(site: SmallSite) -> None:
    (item,) = items_of([site.section.translation_key]).values()
    assert (item.code, item.address) == (None, site.section.full_url)
