import pytest
from django.db import IntegrityError, transaction

from tests.making import SmallSite, live_news
from wagtail_prcouncil.audience.models import MostRead


def test_a_place_is_taken_once_and_goes_with_its_page(site: SmallSite) -> None:
    page = live_news(site)
    place = {"site_id": 1, "locale_id": 1, "scope": "site", "period": "day", "rank": 1, "views": 3}
    MostRead.objects.create(page=page, **place)
    with pytest.raises(IntegrityError), transaction.atomic():
        MostRead.objects.create(page=live_news(site), **place)
    page.delete()
    assert not MostRead.objects.exists()
