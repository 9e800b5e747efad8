import pytest

from tests.councils.making import council, in_english
from tests.kinds import restrict
from tests.making import SmallSite
from tests.meetings.public.making import anonymous
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.meetings.public.hosts import Hosts

pytestmark = pytest.mark.django_db


def test_in_the_readers_language_where_it_can_be(site: SmallSite) -> None:
    known, untranslated = council(site, "شورای یک"), council(site, "شورای دو")
    english = in_english(known, site, "Council one")
    hosts = Hosts([known, untranslated], english, anonymous())
    first, second = hosts.get(known.pk), hosts.get(untranslated.pk)
    assert first is not None
    assert second is not None
    assert (first.title, first.url, first.language) == ("Council one", english.url, None)
    assert (second.title, second.language and second.language.code) == ("شورای دو", "fa")


def test_a_private_council_is_named_to_nobody_outside(site: SmallSite) -> None:
    private, page = council(site), council(site)
    restrict(private)
    assert Hosts([private], page, anonymous()).get(private.pk) is None
    # Whoever reads a page below it has passed.
    inside = CouncilPage.objects.get(pk=private.pk)
    assert Hosts([private], inside, anonymous()).get(private.pk) is not None


def test_one_query_and_none_for_nothing(
    site: SmallSite, django_assert_max_num_queries: object
) -> None:
    page = council(site)
    with django_assert_max_num_queries(0):  # type: ignore[operator]
        assert Hosts([], page, anonymous()).get(None) is None
