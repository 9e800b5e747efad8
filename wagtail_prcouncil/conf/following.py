"""How long councils wait for what they were promised."""

from wagtail_prcouncil.conf.reading import chosen


def escalation_days() -> int:
    """After how many days overdue the head of the agency is told of an assignment."""
    return int(chosen().get("ESCALATION_DAYS", 14))
