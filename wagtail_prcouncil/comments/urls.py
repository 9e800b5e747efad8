"""Addresses of threads and forms. A site includes these outside of its i18n_patterns, so that they
are the same in all languages."""

from django.urls import URLPattern

app_name = "prcouncil_comments"

urlpatterns: list[URLPattern] = []
