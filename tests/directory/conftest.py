import pytest
from django.test import Client

from tests.directory.staff import chief
from tests.making import SmallSite, small_site


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


@pytest.fixture
def admin(db: None) -> Client:
    return chief()
