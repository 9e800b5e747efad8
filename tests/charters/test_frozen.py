"""Whatever is done to a charter, in whatever order: what was adopted stays what it was, byte by
byte, in every language; and what was refused has changed nothing."""

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.charters.world import Step, World
from tests.councils.making import council
from tests.making import SmallSite

# As often as it is worth it: what follows an adoption needs one.
WHAT = [
    *["edit"] * 4,
    *["write_past_all_checks", "go_back", "go_back", "publish", "unpublish", "copy", "translate"],
    *["delete", "begin", "begin", "discard", "adopt", "adopt", "adopt", *["amend"] * 4],
    *["repeal", "sign", "sign", "withdraw", "unveil", "put_down", "tamper"],
]


STEPS = st.lists(
    st.builds(
        Step,
        st.sampled_from(WHAT),
        st.sampled_from(["fa", "fa", "en"]),
        st.sampled_from([0, 0, 0, 1, 2, 3, 4]),
        st.integers(0, 7),
        st.booleans(),
    ),
    min_size=6,
    max_size=25,
)


@given(steps=STEPS, is_translated=st.booleans())
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    max_examples=max(1, settings.default.max_examples // 4),
    deadline=None,
)
def test_whatever_is_done(site: SmallSite, steps: list[Step], is_translated: bool) -> None:
    with transaction.atomic():
        world = World(site, council(site), is_translated)
        for step in steps:
            world.take(step)
        transaction.set_rollback(True)
