import pytest
from django.http import HttpRequest
from django.test import RequestFactory

from tests.making import SmallSite, small_site


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


@pytest.fixture
def request_(rf: RequestFactory) -> HttpRequest:
    """An anonymous GET at the site's own host."""
    return rf.get("/", HTTP_HOST="localhost")
