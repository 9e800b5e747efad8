"""Addresses that scripts and readers call. A site includes these outside of its i18n_patterns, so
that they are the same in all languages."""

from django.urls import path, re_path

from wagtail_prcouncil.audience import views

app_name = "prcouncil_audience"

urlpatterns = [
    path("seen/", views.seen, name="seen"),
    # Eighteen digits: no database takes a longer number for a key.
    re_path(r"^vote/(?P<page_id>[0-9]{1,18})/$", views.vote, name="vote"),
]
