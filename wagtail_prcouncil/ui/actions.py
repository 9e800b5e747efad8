"""What follows a change of the brand beyond its row."""

from wagtail_prcouncil.purging import purge_after_commit
from wagtail_prcouncil.ui.models import BrandSettings


def register_brand_change(brand: BrandSettings) -> None:
    """Note that `brand` is stored. Caches in front of the site forget its home pages.

    Every page shows the brand, and a site may have a hundred thousand: the others keep the old
    one until their lifetime is over.
    """
    purge_after_commit(brand.site.root_page.get_translations(inclusive=True).live())
