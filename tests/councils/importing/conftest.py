import pytest

from tests.councils.making import council
from tests.directory.making import agency
from tests.making import SmallSite, small_site
from wagtail_prcouncil.councils.models import CouncilPage


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


@pytest.fixture
def home(site: SmallSite) -> CouncilPage:
    """A council without seats, beside two agencies."""
    agency("سازمان آب", code="water")
    agency("ادارهٔ راه", code="roads")
    return council(site, "شورای آزمون")
