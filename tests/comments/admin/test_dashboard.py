from django.test import Client

from tests.comments.making import moderator, open_page, posted, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.states import Right, Urgency

PANEL = 'id="prcouncil-comments'


def test_what_waits_is_counted_within_the_scope(site: SmallSite, client: Client) -> None:
    page = open_page(site)
    for _ in range(2):
        posted(page)
    reported = published(page)
    ReaderComment.objects.filter(pk=reported.pk).update(reports=3)
    ReaderComment.objects.exclude(pk=reported.pk).update(urgency=Urgency.URGENT)
    client.force_login(moderator(site.index))
    html = client.get("/admin/").content.decode()
    assert PANEL in html
    assert "/admin/comments/?status=approved&amp;only=reported" in html
    for user in (
        moderator(site.index_en),
        moderator(site.index, rights=(Right.ANSWER,)),
    ):
        client.force_login(user)
        assert PANEL not in client.get("/admin/").content.decode()
