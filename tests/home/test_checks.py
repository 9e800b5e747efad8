from django.test import override_settings
from home.checks import demo_stays_at_home
from ministry import demo


def test_the_demo_is_for_ones_own_machine() -> None:
    assert set(demo.ALLOWED_HOSTS) == {"127.0.0.1", "localhost", "[::1]"}
    with override_settings(DEMO=True, DEBUG=False):
        assert [message.id for message in demo_stays_at_home()] == ["home.E001"]
    with override_settings(DEMO=True, DEBUG=True):
        assert demo_stays_at_home() == []


def test_a_site_that_is_served_has_nothing_to_complain_of() -> None:
    with override_settings(DEBUG=False):
        assert demo_stays_at_home() == []
