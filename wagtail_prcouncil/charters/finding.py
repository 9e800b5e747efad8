"""Search finds charters by the text that holds."""

from functools import partial

from django.db import transaction
from wagtail.search.index import insert_or_update_object

from wagtail_prcouncil.charters.models import Charter, CharterPage


def index_after_commit(charter: Charter) -> None:
    """Another text holds than before: its pages are indexed anew, in all languages. Where the index
    fails, what was decided stands all the same."""
    transaction.on_commit(partial(index_pages, charter), robust=True)


def index_pages(charter: Charter) -> None:
    for page in CharterPage.objects.filter(translation_key=charter.key).live():
        insert_or_update_object(page)
