from collections.abc import Iterator

import pytest

from tests.printing.making import Leaf, registered


@pytest.fixture
def leaf(db: None) -> Iterator[Leaf]:
    made = Leaf()
    with registered(made):
        yield made
