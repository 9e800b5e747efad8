"""Addresses of the face. A site includes these inside its i18n_patterns, before Wagtail's own."""

from django.urls import path

from wagtail_prcouncil.ui import views

app_name = "prcouncil_ui"

urlpatterns = [
    path("brand/<int:site_id>-<slug:digest>.css", views.brand_style, name="brand_style"),
    path("privacy/", views.privacy, name="privacy"),
]
