import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from tests.comments.making import moderator, open_page, posted
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import decide
from wagtail_prcouncil.comments.actions.claiming import claim
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.states import Verb


def test_whoever_is_first_holds_it_for_five_minutes(site: SmallSite) -> None:
    comment = posted(open_page(site))
    first, second = moderator(site.index), moderator(site.index)
    assert claim(comment.pk, by=first).claimed_by == first
    assert claim(comment.pk, by=second).claimed_by == first
    now = timezone.now()
    ReaderComment.objects.update(claimed_until=now - dt.timedelta(seconds=1))
    held = claim(comment.pk, by=second)
    assert held.claimed_by == second
    assert dt.timedelta(minutes=4) < held.claimed_until - now <= dt.timedelta(minutes=6)
    assert held.version == 1


def test_it_blocks_nobody_and_ends_with_the_decision(site: SmallSite) -> None:
    comment = posted(open_page(site))
    claim(comment.pk, by=moderator(site.index))
    decide(comment.pk, Verb.APPROVE, expected_version=1, by=moderator(site.index))
    assert ReaderComment.objects.get().claimed_by is None


def test_not_beyond_one_s_scope(site: SmallSite) -> None:
    comment = posted(open_page(site))
    with pytest.raises(PermissionDenied):
        claim(comment.pk, by=moderator(site.index_en))
