"""Short links. A site includes these inside its i18n_patterns, before Wagtail's own."""

from django.urls import path, register_converter

from wagtail_prcouncil.news import views
from wagtail_prcouncil.news.codes import CodeConverter

register_converter(CodeConverter, "newscode")

app_name = "prcouncil_news"
urlpatterns = [path("n/<newscode:number>/", views.short_link, name="short")]
