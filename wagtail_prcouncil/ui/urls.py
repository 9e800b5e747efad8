"""Addresses of the face. A site includes these inside its i18n_patterns, before Wagtail's own."""

from django.urls import path, re_path

from wagtail_prcouncil.ui import views

app_name = "prcouncil_ui"

urlpatterns = [
    # Nine digits: no database takes a longer number for a wrong one.
    re_path(
        r"^brand/(?P<site_id>[0-9]{1,9})-(?P<digest>[0-9a-f]{16})\.css$",
        views.brand_style,
        name="brand_style",
    ),
    path("privacy/", views.privacy, name="privacy"),
]
