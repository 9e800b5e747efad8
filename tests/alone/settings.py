"""The settings of that site: of ours, what comments require, and nothing else."""

from tests.settings import *  # noqa: F403  (a site of its own differs in what is named here)
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
