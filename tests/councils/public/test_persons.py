import datetime as dt

import pytest
from django.http import HttpRequest
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries
from wagtail.models import PageViewRestriction

from tests.councils.making import council, seat, sits
from tests.councils.public.making import BEGAN, Peopled
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import CouncilIndexPage
from wagtail_prcouncil.councils.public.persons import Card
from wagtail_prcouncil.directory.models import Person

pytestmark = pytest.mark.django_db


def card(
    site: SmallSite, who: Person, request: HttpRequest, *, english: bool = False
) -> Card | None:
    page = CouncilIndexPage.objects.get(locale=site.en if english else site.fa)
    return Card.of(who.pk, page, request)


def asking(rf: RequestFactory, day: str) -> HttpRequest:
    return rf.get("/", {"on": day}, HTTP_HOST="localhost")


def test_posts_also_in_other_councils(
    made: Peopled, site: SmallSite, request_: HttpRequest
) -> None:
    other = sits(seat(council(site, "شورای دیگر")), made.head, dt.date(2025, 4, 1))
    shown = card(site, made.head, request_)
    assert shown is not None
    assert [post.council.title for post in shown.posts] == ["شورای دیگر", "شورای هماهنگی"]
    assert [post.appointment for post in shown.current][0] == other


def test_titles_as_they_stood(made: Peopled, site: SmallSite, rf: RequestFactory) -> None:
    def titles(day: str) -> list[str]:
        shown = card(site, made.head, asking(rf, day))
        assert shown is not None
        return [post.appointment.title_in("fa") for post in shown.then]

    assert titles(BEGAN.isoformat()) == ["مدیرکل روابط عمومی"]
    assert titles("۱۴۰۳/۰۷/۰۱") == ["مدیرکل روابط عمومی"]
    assert titles("1403/06/31") == []


@pytest.mark.parametrize("day", ["", "x", "1403/13/01", "9999999", "0000-00-00", "\x00"])
def test_a_day_that_is_none(made: Peopled, site: SmallSite, rf: RequestFactory, day: str) -> None:
    shown = card(site, made.head, asking(rf, day))
    assert shown is not None
    assert (shown.form.day, shown.then) == (None, [])
    assert len(shown.posts) == 1


def test_council_in_the_language_of_the_page(
    made: Peopled, site: SmallSite, request_: HttpRequest
) -> None:
    sits(seat(council(site, "شورای دیگر")), made.head, dt.date(2025, 4, 1))
    shown = card(site, made.head, request_, english=True)
    assert shown is not None
    told = [(post.council.title, post.is_elsewhere) for post in shown.posts]
    assert told == [("شورای دیگر", True), ("Coordination council", False)]


def test_who_sits_only_where_nobody_may_look_has_none(
    made: Peopled, site: SmallSite, request_: HttpRequest
) -> None:
    secret = council(site, "شورای محرمانه")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    sits(seat(secret), made.left, dt.date(2025, 11, 1))
    shown = card(site, made.left, request_)
    assert shown is not None
    assert [post.council.title for post in shown.posts] == ["شورای هماهنگی"]
    made.page.unpublish()
    assert card(site, made.left, request_) is None


def test_nobody(made: Peopled, site: SmallSite, request_: HttpRequest) -> None:
    page = CouncilIndexPage.objects.get(locale=site.fa)
    assert Card.of(10**30, page, request_) is None
    assert Card.of(0, page, request_) is None
    stranger = Person.objects.create(name="بی‌سمت نمونه")
    assert card(site, stranger, request_) is None


def test_other_posts_line_by_line(made: Peopled, site: SmallSite, request_: HttpRequest) -> None:
    Person.objects.filter(pk=made.head.pk).update(other_posts="مشاور\n\nعضو انجمن")
    shown = card(site, made.head, request_, english=True)
    assert shown is not None
    assert (shown.other_posts, shown.posts_are_persian) == (["مشاور", "عضو انجمن"], True)


def test_queries_do_not_grow(
    made: Peopled,
    site: SmallSite,
    request_: HttpRequest,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(5):
        sits(seat(council(site, f"شورای {number}")), made.head, dt.date(2025, 4, 1))
    with django_assert_max_num_queries(6):  # with the list of councils and what is private, twice
        shown = card(site, made.head, request_)
        assert shown is not None
        assert len({post.url for post in shown.posts}) == 6
