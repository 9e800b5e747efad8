"""Writes and reads a page of the type that docs/extending.md adds."""

from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from wagtail.models import Page


def main() -> None:
    django.setup()
    from press.models import PressNewsPage
    from press.states import Withdrawable
    from wagtail.models import Site

    from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage

    home = Site.objects.get(is_default_site=True).root_page
    index = home.add_child(instance=NewsIndexPage(title="خبرها", slug="news"))
    assert PressNewsPage.can_create_at(index), "a subclass is family"
    assert not NewsPage.can_create_at(index), "the stock type is hidden"
    assert "withdrawn_at" in Withdrawable.exclude_fields_in_copy

    page = PressNewsPage(
        title="گزارش تازه",
        press_contact="داخلی ۱۲",
        body=[
            ("telephone", {"label": "سامانه", "number": "021-0000"}),
            ("map", {"title": "نقشهٔ راه‌ها", "address": "https://maps.example.org/"}),
        ],
        live=False,
    )
    index.add_child(instance=page)
    page.save_revision().publish()
    address = NewsPage.objects.get().specific.url
    body = read(address)
    for expected in (
        "گزارش تازه",  # their template still shows ours
        "تماس خبرنگاران: داخلی ۱۲",
        '<script src="/static/press/press.js" defer>',
        '<link href="/static/press/contact.css" media="all" rel="stylesheet">',
        'href="tel:021-0000"',
        '<iframe src="https://maps.example.org/" title="نقشهٔ راه‌ها"',
        '<section class="press-contact"><p>داخلی ۱۲</p>',
    ):
        assert expected in body, (expected, body)
    for public in (address, f"{address}print/", index.url, "/search/?q=داخلی"):
        body = read(public)
        assert "گزارش تازه" in body, public
        assert '<link rel="stylesheet" href="/static/press/theme.css">' in body, public
    check_draft_targets(index)


def check_draft_targets(index: "Page") -> None:
    """Ours makes the ministry's own type of news, which is the one that editors are offered."""
    from press.models import PressNewsPage

    from wagtail_prcouncil.pages.draft_targets import Draft, draft_targets

    targets = draft_targets()
    assert set(targets) == {"news", "press_answer"}, targets
    for target in targets.values():
        made = target.make(index, Draft("پاسخ سازمان", "متن پاسخ"))
        assert type(made) is PressNewsPage
        assert not made.live


def read(address: str) -> str:
    """What an anonymous reader gets."""
    from django.test import Client

    response = Client().get(address)
    assert response.status_code == 200, (address, response.status_code)
    return response.content.decode()


if __name__ == "__main__":
    main()
