"""Addresses of threads and forms. A site includes these outside of its i18n_patterns, so that they
are the same in all languages."""

from django.urls import path, re_path

from wagtail_prcouncil.comments import feeds
from wagtail_prcouncil.comments.views import (
    own_data,
    posting,
    reporting,
    threads,
    transparency,
    unsubscribing,
    voting,
)

app_name = "prcouncil_comments"

# Eighteen digits: no database takes a longer number for a key.
urlpatterns = [
    re_path(r"^thread/(?P<page_id>[0-9]{1,18})/$", threads.thread, name="thread"),
    re_path(r"^thread/(?P<page_id>[0-9]{1,18})/feed/$", feeds.feed, name="feed"),
    re_path(r"^post/(?P<page_id>[0-9]{1,18})/$", posting.comment_form, name="post"),
    path("transparency/", transparency.transparency, name="transparency"),
    path("c/<uuid:public_id>/", threads.comment, name="comment"),
    path("c/<uuid:public_id>/report/", reporting.report_form, name="report"),
    path("c/<uuid:public_id>/vote/", voting.vote_form, name="like"),
    path("mail/<str:token>/", unsubscribing.unsubscribe, name="unsubscribe"),
    path("mine/", own_data.ask, name="own_data"),
    path("mine/<str:secret>/", own_data.own_comments, name="own_comments"),
]
