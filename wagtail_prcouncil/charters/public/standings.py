"""How the standing of a version looks."""

from wagtail_prcouncil.charters.states import Standing

TONES = {
    Standing.DRAFT: "wait",
    Standing.AWAITING: "link",
    Standing.IN_FORCE: "good",
    Standing.SUPERSEDED: "off",
    Standing.REPEALED: "bad",
}
"""See components/status.html."""
