from tests.making import chosen
from wagtail_prcouncil import conf


def test_days_of_escalation_can_be_chosen() -> None:
    assert conf.escalation_days() == 14
    with chosen(ESCALATION_DAYS=3):
        assert conf.escalation_days() == 3
