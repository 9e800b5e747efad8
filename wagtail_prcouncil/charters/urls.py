"""Files of charters, whose names end in no slash. A site includes these inside its i18n_patterns,
before Wagtail's own, whose pattern knows no dots.

Wagtail itself serves them: it finds the page, asks who may read it and hands on to its routes.
"""

from django.urls import re_path
from wagtail.views import serve

app_name = "prcouncil_charter_files"
urlpatterns = [
    re_path(r"^((?:[\w\-]+/)*charter\.json)$", serve, name="file"),
]
