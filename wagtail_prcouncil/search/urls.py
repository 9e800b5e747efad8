from django.urls import path

from wagtail_prcouncil.search import views

app_name = "prcouncil_search"

urlpatterns = [path("", views.results, name="results")]
