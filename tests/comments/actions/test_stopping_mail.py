from uuid import uuid4

from tests.comments.making import open_page, posted
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions.stopping_mail import stop_mail
from wagtail_prcouncil.comments.models import ReaderComment


def test_mail_of_one_comment_stops(site: SmallSite) -> None:
    page = open_page(site)
    first, second = (
        posted(page, email="reader@example.ir", wants_mail=True) for _number in range(2)
    )
    stop_mail(first.public_id)
    stop_mail(first.public_id)
    stop_mail(uuid4())
    assert list(ReaderComment.objects.filter(wants_mail=True)) == [second]
