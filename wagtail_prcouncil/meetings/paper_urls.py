"""Papers of meetings, at addresses in no language. A site includes these before Wagtail's own, at
"meetings/" as a rule."""

from django.urls import re_path

from wagtail_prcouncil.meetings.paper_views import download

app_name = "prcouncil_papers"
urlpatterns = [
    re_path(r"^files/([a-z]{1,20})/([0-9]{1,18})/$", download, name="paper"),
]
