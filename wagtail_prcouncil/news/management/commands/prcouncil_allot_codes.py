from typing import Any

from django.core.management.base import BaseCommand

from wagtail_prcouncil.news.actions import register_publication
from wagtail_prcouncil.news.models import NewsPage


class Command(BaseCommand):
    help = (
        "Give a code and a publication time to live news without one: pages of an import that "
        "went past Wagtail's publishing, or of a publication that broke off."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        waiting = NewsPage.objects.live().filter(code=None).order_by("first_published_at", "pk")
        for page in waiting:
            register_publication(page)
            self.stdout.write(f"{page.code} {page.title}")
