"""Search finds charters by the text that holds."""

from django.db import transaction
from wagtail.search.index import insert_or_update_object

from wagtail_prcouncil.charters.models import Charter, CharterPage


def index_after_commit(charter: Charter) -> None:
    """Another text holds than before: its pages are indexed anew, in all languages."""
    transaction.on_commit(lambda: index_pages(charter))


def index_pages(charter: Charter) -> None:
    for page in CharterPage.objects.filter(translation_key=charter.key).live():
        insert_or_update_object(page)
