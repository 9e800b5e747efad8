"""Short links, feeds and news sitemaps. A site includes these inside its i18n_patterns, before
Wagtail's own."""

from django.urls import path, register_converter

from wagtail_prcouncil.news import views
from wagtail_prcouncil.news.codes import CodeConverter
from wagtail_prcouncil.news.feeds.views import feed
from wagtail_prcouncil.news.sitemaps import news_sitemap

register_converter(CodeConverter, "newscode")

app_name = "prcouncil_news"
urlpatterns = [
    path("n/<newscode:number>/", views.short_link, name="short"),
    path("feeds/news.rss", feed, {"ending": "rss"}, name="rss"),
    path("feeds/news.atom", feed, {"ending": "atom"}, name="atom"),
    path("feeds/news.json", feed, {"ending": "json"}, name="json_feed"),
    path("news-sitemap.xml", news_sitemap, name="sitemap"),
]
