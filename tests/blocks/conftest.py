import pytest
from django.test import RequestFactory
from wagtail.images.models import AbstractImage

from tests.blocks import bodies
from tests.making import SmallSite, small_site


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


@pytest.fixture
def image(db: None) -> AbstractImage:
    return bodies.picture()


@pytest.fixture
def request_(rf: RequestFactory) -> object:
    return rf.get("/", HTTP_HOST="localhost")
