"""The form of a comment over HTTP."""


from tests.comments.making import open_page
from tests.comments.writing import FILLED, browser_like, send
from tests.making import SmallSite
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.states import Status


def test_a_reader_writes(site: SmallSite) -> None:
    page, client = open_page(site), browser_like()
    response = send(page, client, email="reader@example.ir", wants_mail="on")
    assert response.status_code == 303, response.content.decode()
    comment = ReaderComment.objects.get()
    assert (comment.status, comment.name, comment.text) == (Status.PENDING, *FILLED.values())
    assert comment.email == "reader@example.ir"
    assert comment.wants_mail
    assert len(comment.address_hash) == len(comment.email_hash) == 64
    assert comment.hold_codes == []
    thanks = client.get(response["Location"]).content.decode()
    assert 'role="status"' in thanks
    assert "دیدگاه شما" not in thanks or FILLED["text"] not in thanks
