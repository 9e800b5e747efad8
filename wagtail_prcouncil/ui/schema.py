"""What the frame of a page tells machines (schema.org): whose site it is, and where one is."""

from typing import Any
from urllib.parse import urljoin

from wagtail.models import Page

from wagtail_prcouncil.pages.shown import shown_by
from wagtail_prcouncil.ui.face import Face


def publisher(face: Face) -> dict[str, Any]:
    """The institution, by its name in the page's language; its logo when there is one."""
    told: dict[str, Any] = {
        "@type": "GovernmentOrganization",
        "name": face.site_name,
        "url": face.menu and urljoin(face.root_url, face.menu.home.url),
    }
    if mark := face.brand.logo or face.brand.emblem:
        told["logo"] = {
            "@type": "ImageObject",
            "url": urljoin(face.root_url, mark.url),
            "width": mark.width,
            "height": mark.height,
        }
    return {key: value for key, value in told.items() if value}


def breadcrumb_list(face: Face, last: Page | None = None) -> dict[str, Any] | None:
    """The way from the home page to what is shown, as breadcrumbs.html shows it; the end of the
    way has no address."""
    if face.page is None or face.menu is None:
        return None
    above = [*face.trail, *([face.step(last)] if last else [])]
    way = [(face.menu.home.title, urljoin(face.root_url, face.menu.home.url))]
    way += [(step.title, step.full_url) for step in above]
    steps: list[dict[str, Any]] = [
        {"@type": "ListItem", "position": position, "name": name, "item": url}
        for position, (name, url) in enumerate(way, start=1)
    ]
    end = {"@type": "ListItem", "position": len(steps) + 1, "name": shown_by(face.page).title}
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [*steps, end],
    }
