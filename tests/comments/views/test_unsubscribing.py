import pytest
from django.core.signing import Signer
from django.test import Client

from tests.comments.making import open_page, posted
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import erase
from wagtail_prcouncil.comments.addresses import unsubscribe_path
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.states import Reason


def test_a_page_with_one_button(site: SmallSite, client: Client) -> None:
    """T4: and only the button changes something."""
    comment = posted(open_page(site), email="reader@example.ir", wants_mail=True)
    path = unsubscribe_path(comment.public_id)
    content = client.get(path).content.decode()
    assert '<form class="prc-form" method="post">' in content
    assert comment.text not in content
    assert ReaderComment.objects.get().wants_mail
    assert client.post(path).status_code == 200
    assert not ReaderComment.objects.get().wants_mail


@pytest.mark.parametrize("salt", ["", "prcouncil_comments.form"])
def test_a_signature_of_something_else_opens_nothing(
    site: SmallSite, client: Client, salt: str
) -> None:
    """T4: the token is bound to comment and purpose."""
    comment = posted(open_page(site), email="reader@example.ir", wants_mail=True)
    forged = Signer(salt=salt or None).sign(str(comment.public_id))
    path = unsubscribe_path(comment.public_id).rpartition("mail/")[0] + f"mail/{forged}/"
    assert client.post(path).status_code == 404
    assert ReaderComment.objects.get().wants_mail


def test_of_an_erased_comment_it_still_answers(site: SmallSite, client: Client) -> None:
    comment = posted(open_page(site), email="reader@example.ir", wants_mail=True)
    erase([comment.pk], reason=Reason.OWN_WISH)
    assert client.post(unsubscribe_path(comment.public_id)).status_code == 200
