from django.contrib.auth.models import Permission
from wagtail.log_actions import log

from tests.comments.making import open_page, posted
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import decide
from wagtail_prcouncil.comments.models import CommentHistory, LoggedComment
from wagtail_prcouncil.comments.states import Verb


def test_what_is_logged_as_one_and_as_many_is_one_history(site: SmallSite) -> None:
    comment = posted(open_page(site))
    log(comment, "prcouncil_comments.close_reports")
    decide(comment.pk, Verb.APPROVE, expected_version=1, by=None)
    actions = [entry.action for entry in CommentHistory.objects.for_instance(comment)]
    assert actions == ["prcouncil_comments.approve", "prcouncil_comments.close_reports"]


def test_nobody_has_a_permission_on_what_the_log_calls_a_comment(db: None) -> None:
    """T15: Wagtail would show the history of the kind to whoever has one."""
    assert not Permission.objects.filter(content_type=LoggedComment.kind()).exists()
