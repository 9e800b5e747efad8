from django.contrib.auth.models import User

from tests.comments.making import open_page, posted
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import Conflict


def test_a_conflict_says_who_was_first(site: SmallSite) -> None:
    comment = posted(open_page(site))
    assert "در انتظار" in str(Conflict(comment)) or "awaiting" in str(Conflict(comment))
    comment.decided_by = User(username="sara", first_name="سارا")
    assert "سارا" in str(Conflict(comment))
    comment.decided_by = User(username="sara")
    assert "sara" in str(Conflict(comment))
    assert str(Conflict(None))
