"""What the demo's ministry says of itself in masthead and footer."""

from wagtail.models import Site

from wagtail_prcouncil.ui.models import BrandSettings

WORDS = {
    "name": "وزارت نمونه",
    "name_en": "Ministry of Example",
    "tagline": "پایگاه اطلاع‌رسانی و روابط عمومی",
    "tagline_en": "News and public relations",
    "address": "مرکز روابط عمومی و اطلاع‌رسانی، خیابان نمونه، شمارهٔ ۱۲",
    "address_en": "Public Relations and Information Centre, 12 Example Street",
}
CODES = {
    "postal_code": "1000000012",
    "telephone": "+98 21 0000 0000",
    "fax": "+98 21 0000 0001",
    "email": "pr@example.invalid",
}
NETWORKS = {
    "eitaa": "https://eitaa.example/ministry",
    "bale": "https://bale.example/ministry",
    "aparat": "https://aparat.example/ministry",
}


def load_brand(site: Site) -> BrandSettings:
    """The brand of `site`; one that exists stays as an editor left it. No emblem: the one that
    comes with the package follows light and dark by itself."""
    links = [("link", {"network": network, "url": url}) for network, url in NETWORKS.items()]
    brand, _made = BrandSettings.objects.get_or_create(
        site=site, defaults=WORDS | CODES | {"links": links}
    )
    return brand
