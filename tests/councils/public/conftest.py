import pytest
from django.http import HttpRequest
from django.test import RequestFactory

from tests.councils.public.making import Peopled, peopled
from tests.making import SmallSite


@pytest.fixture
def made(site: SmallSite) -> Peopled:
    return peopled(site)


@pytest.fixture
def request_(rf: RequestFactory) -> HttpRequest:
    """An anonymous GET at the site's own host."""
    return rf.get("/", HTTP_HOST="localhost")
