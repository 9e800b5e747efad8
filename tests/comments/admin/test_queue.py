from django.test import Client

from tests.comments.making import moderator, open_page, posted
from tests.making import SmallSite
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.states import Status

QUEUE = "/admin/comments/"


def test_what_waits_is_listed_and_approved(site: SmallSite, client: Client) -> None:
    comment = posted(open_page(site), "آب روستا")
    client.force_login(moderator(site.index))
    assert "آب روستا" in client.get(QUEUE).content.decode()
    answer = client.post(f"{QUEUE}{comment.pk}/approve/", {"version": 1}, follow=True)
    assert "آب روستا" not in answer.content.decode()
    assert ReaderComment.objects.get().status == Status.APPROVED
