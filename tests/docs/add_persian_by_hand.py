"""Adds Persian to an English site with the forms of Wagtail's admin, as the README says."""

from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from django.test import Client


def main() -> None:
    django.setup()
    from django.contrib.auth import get_user_model
    from django.test import Client
    from wagtail.models import Locale, Page, Site

    admin = Client()
    admin.force_login(get_user_model().objects.create_superuser("administrator"))
    post(admin, "/admin/locales/new/", language_code="fa")
    persian = Locale.objects.get(language_code="fa")

    site = Site.objects.get(is_default_site=True)
    translate = f"/admin/localize/submit/page/{site.root_page_id}/"
    assert translate in admin.get(f"/admin/pages/{site.root_page_id}/").content.decode()
    post(admin, translate, locales=[persian.pk])
    home = Page.objects.get(locale=persian).specific
    home.title = "وزارت نمونه"
    home.save_revision().publish()

    fields = {"hostname": site.hostname, "port": site.port, "site_name": "وزارت"}
    address = f"/admin/sites/edit/{site.pk}/"
    post(admin, address, root_page=home.pk, is_default_site="on", **fields)
    site.refresh_from_db()
    assert site.root_page_id == home.pk


def post(admin: "Client", address: str, **data: object) -> None:
    """A form that is accepted redirects."""
    response = admin.post(address, data)
    assert response.status_code == 302, (address, response.content.decode())


if __name__ == "__main__":
    main()
