from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.urls import path

from wagtail_prcouncil.search import views

if not apps.is_installed("wagtail_prcouncil.search"):
    raise ImproperlyConfigured(
        "The addresses of the search page are in the URLconf, but 'wagtail_prcouncil.search' is "
        "not in INSTALLED_APPS."
    )

app_name = "prcouncil_search"

urlpatterns = [path("", views.results, name="results")]
