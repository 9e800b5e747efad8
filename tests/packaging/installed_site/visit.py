"""Checks, migrates and visits the site beside it, with the package as pip installed it."""

import os
import sys
from pathlib import Path

import django
from django.core.management import call_command


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "settings"
    django.setup()
    call_command("check")
    call_command("migrate", verbosity=0)
    package_is_the_installed_one()
    news_page_is_rendered()
    static_files_are_found()


def package_is_the_installed_one() -> None:
    import wagtail_prcouncil

    place = Path(wagtail_prcouncil.__file__)
    assert Path(sys.prefix) in place.parents, place


def news_page_is_rendered() -> None:
    from django.test import Client
    from wagtail.models import Site

    from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage

    home = Site.objects.get(is_default_site=True).root_page
    index = home.add_child(instance=NewsIndexPage(title="خبرها", slug="news"))
    page = index.add_child(instance=NewsPage(title="خبر نمونه", lead="چکیده", live=False))
    page.save_revision().publish()
    for address in (index.url, NewsPage.objects.get().url):
        response = Client().get(address)
        body = response.content.decode()
        assert response.status_code == 200, (address, response.status_code)
        assert 'lang="fa" dir="rtl"' in body, body[:500]
        assert "خبر نمونه" in body, body


def static_files_are_found() -> None:
    from django.contrib.staticfiles import finders

    for name in ("prcouncil_ui/prcouncil.css", "prcouncil_ui/fonts/OFL.txt"):
        assert finders.find(name), name


if __name__ == "__main__":
    main()
