import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import ModelLogEntry

from tests.comments.making import moderator, open_page, posted
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import RefusedError, erase
from wagtail_prcouncil.comments.actions.holding import hold, lift_hold
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.states import Reason, Right, Status


def test_what_is_held_is_not_erased(site: SmallSite) -> None:
    page = open_page(site)
    user, comment = moderator(page), posted(page)
    assert hold(comment.pk, by=user).is_held_by_law
    hold(comment.pk, by=user)
    assert erase([comment.pk], reason=Reason.OWN_WISH) == []
    lift_hold(comment.pk, by=user)
    assert len(erase([comment.pk], reason=Reason.OWN_WISH)) == 1
    actions = ModelLogEntry.objects.filter(action__contains="hold")
    assert list(actions.order_by("pk").values_list("action", flat=True)) == [
        "prcouncil_comments.hold",
        "prcouncil_comments.lift_hold",
    ]


def test_only_who_may_erase_holds(site: SmallSite) -> None:
    """T15"""
    page = open_page(site)
    comment = posted(page)
    for user in (moderator(page, rights=(Right.MODERATE,)), moderator(site.section_en)):
        with pytest.raises(PermissionDenied):
            hold(comment.pk, by=user)
    with pytest.raises(PermissionDenied):
        hold(10**15, by=moderator(page))


def test_nothing_is_left_to_hold_of_what_is_erased(site: SmallSite) -> None:
    page = open_page(site)
    comment = posted(page)
    erase([comment.pk], reason=Reason.OWN_WISH)
    with pytest.raises(RefusedError):
        hold(comment.pk, by=moderator(page))
    assert ReaderComment.objects.get(status=Status.ERASED).is_held_by_law is False
