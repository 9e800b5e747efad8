import datetime as dt

from django.utils import timezone
from django.utils.translation import override

from tests.comments.making import moderator, open_page, posted, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.office.groupings import waited_for
from wagtail_prcouncil.comments.office.spans import Days, today
from wagtail_prcouncil.comments.office.summary import of_days, of_queue
from wagtail_prcouncil.comments.scopes import Scope, scope_of
from wagtail_prcouncil.comments.states import Right

ALL = Scope(everything=True)


def _aged(site: SmallSite, *days: int) -> None:
    page = open_page(site)
    for number in days:
        came = timezone.now() - dt.timedelta(days=number, minutes=1)
        ReaderComment.objects.filter(pk=posted(page).pk).update(posted_at=came)


def test_how_old_the_queue_is(site: SmallSite, django_assert_num_queries: object) -> None:
    _aged(site, 0, 2, 2, 8)
    with override("en"):
        with django_assert_num_queries(1):
            assert [one.value for one in of_queue(ALL)] == ["4", "8 days", "3", "1", "1"]
        outside = scope_of(moderator(site.index_en), Right.MODERATE)
        assert [one.value for one in of_queue(outside)] == ["0", "–", "0", "0", "0"]


def test_what_came_and_how_fast_it_was_decided(site: SmallSite) -> None:
    published(open_page(site))
    days = Days(today(), today())
    with override("en"):
        values = [one.value for one in of_days(days, ALL, waited_for(days, ALL))]
    assert values == ["1", "1", "less than a minute", "less than a minute"]
