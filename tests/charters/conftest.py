import pytest

from tests.making import SmallSite, small_site


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()
