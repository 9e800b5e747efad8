"""Checks, migrates and visits the site of DJANGO_SETTINGS_MODULE; ends with an error if it cannot.

Run in a process of its own: which apps are installed cannot change in a running one.
"""

import django
from django.core.management import call_command


def main() -> None:
    django.setup()
    call_command("check")
    call_command("migrate", run_syncdb=True, verbosity=0)
    visit_page()


def visit_page() -> None:
    """One page of the site's own type on our base template, in Persian and right to left."""
    from django.test import Client
    from wagtail.models import Site

    from tests.stacks.bare_site.models import BarePage

    home = Site.objects.get(is_default_site=True).root_page
    page = home.add_child(instance=BarePage(title="صفحهٔ نمونه", slug="bare"))
    response = Client().get(page.url)
    body = response.content.decode()
    assert response.status_code == 200, response.status_code
    assert '<html lang="fa" dir="rtl"' in body, body[:500]
    assert "<h1>صفحهٔ نمونه</h1>" in body, body


if __name__ == "__main__":
    main()
