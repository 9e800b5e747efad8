"""What axe finds on a page; in the admin, less what is Wagtail's own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Size of targets is of WCAG 2.2, whose rules axe does not ask unless told.
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
# A colour on its way to another is neither: axe would measure what nobody reads.
# Nor is Wagtail's hint over a button where the pointer happened to be, which goes by itself.
STILL = """() => {
  document.querySelectorAll("[data-tippy-root]").forEach(({ _tippy: hint }) => {
    hint.setProps({ duration: 0 })
    hint.hide()
  })
  document.getAnimations()
    .filter(one => one.effect.getComputedTiming().endTime < Infinity)
    .forEach(one => one.finish())
}"""

LOOKS: list[tuple[int, Literal["light", "dark"]]] = [(1280, "light"), (320, "light"), (320, "dark")]


@dataclass(frozen=True)
class Known:
    """A finding in Wagtail's own markup: one rule, one place."""

    rule: str
    selector: str
    reason: str


WAGTAILS = [
    Known(
        "landmark-unique",
        "section.w-panel--nested",
        "each block of a stream is a landmark by the name of its kind: two tables, one name",
    ),
    Known(
        "target-size",
        ".w-panel__toggle",
        "the arrow that folds a block of a stream stands close to its heading",
    ),
    Known(
        "target-size",
        "#w-minimap-toggle, .w-minimap button, .w-minimap a",
        "the map of a long form has small buttons, close together",
    ),
]


def looks(page: Page) -> Iterator[int]:
    """The open page on a desk, on a phone, and on a phone by night, one after the other. Gives the
    width in px. A page is fetched once: what differs between them is in the style sheet."""
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        yield width


def violations(page: Page, within: str | None = None) -> list[tuple[str, str]]:
    """Rule and element of each finding, of best practice too, in the page or a part of it."""
    page.mouse.move(-1, -1)
    page.evaluate(STILL)
    found = Axe().run(page, context=within, options=OPTIONS).response["violations"]
    return [
        (rule["id"], node["html"][:200])
        for rule in found
        for node in rule["nodes"]
        if not _is_wagtails(page, rule["id"], node["target"][0])
    ]


def _is_wagtails(page: Page, rule: str, target: str) -> bool:
    selectors = [known.selector for known in WAGTAILS if known.rule == rule]
    matches = "(element, selectors) => selectors.some(one => element.matches(one))"
    return page.locator(target).first.evaluate(matches, selectors)
