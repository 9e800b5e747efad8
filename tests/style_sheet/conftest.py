import pytest

from tests.making import SmallSite
from tests.style_sheet.making import styled_site


@pytest.fixture
def site(db: None) -> SmallSite:
    return styled_site()
