"""The settings of that site: what is not ours as in the tests, and of ours what comments require."""

from tests.settings import *
from tests.third_party import INSTALLED_APPS as NOT_OURS

INSTALLED_APPS = [
    "tests.alone",
    "wagtail_prcouncil.pages",
    "wagtail_prcouncil.ui",
    "wagtail_prcouncil.clock",
    "wagtail_prcouncil.outbox",
    "wagtail_prcouncil.exchange",
    "wagtail_prcouncil.comments",
    *NOT_OURS,
]
ROOT_URLCONF = "tests.alone.urls"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_PRCOUNCIL = {"COMMENTS_PAGE_TYPES": ["alone.NewsPage"]}
