import pytest

from tests.news.staff import group, logged_in, member
from wagtail_prcouncil.comments.models import CannedReply

LIST = "/admin/prcouncil_canned_replies/"


@pytest.mark.django_db
def test_words_for_the_note_to_an_author() -> None:
    keeper = logged_in(member(group("keepers", "add_cannedreply", "change_cannedreply")))
    sent = {"title": "بی‌ربط", "kind": "note", "text": "ديدگاه شما دربارهٔ این خبر نیست."}
    assert keeper.post(f"{LIST}new/", sent).status_code == 302
    assert CannedReply.objects.get().text.startswith("دیدگاه")
    assert "بی‌ربط" in keeper.get(f"{LIST}?kind=note").content.decode()
    assert "بی‌ربط" not in keeper.get(f"{LIST}?kind=answer").content.decode()
    assert logged_in(member(group("readers"))).get(LIST).status_code == 302
