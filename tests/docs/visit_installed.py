"""Publishes a news item on the site of DJANGO_SETTINGS_MODULE, and reads it at its addresses."""

import django


def main() -> None:
    django.setup()
    from django.test import Client
    from wagtail.models import Site

    from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage

    home = Site.objects.get(is_default_site=True).root_page
    index = home.add_child(instance=NewsIndexPage(title="خبرها", slug="news"))
    page = index.add_child(instance=NewsPage(title="گزارش‌های تازه", lead="چکیده", live=False))
    page.save_revision().publish()
    code = NewsPage.objects.get().code
    for address in (f"/n/{code}/", f"/news/{code}/", "/search/?q=گزارشهای تازه", "/sitemap.xml"):
        response = Client().get(address, follow=True)
        assert response.status_code == 200, (address, response.status_code)
        found = str(code) if address == "/sitemap.xml" else "گزارش‌های تازه"
        assert found in response.content.decode(), address


if __name__ == "__main__":
    main()
