import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.comments.making import moderator
from tests.making import SmallSite
from wagtail_prcouncil.comments.models import CommentPolicy, ModerationScope
from wagtail_prcouncil.comments.states import Mode


def test_it_closes_after_it_opens(site: SmallSite) -> None:
    now = timezone.now()
    policy = CommentPolicy(page=site.index, mode=Mode.OPEN, opens_at=now, closes_at=now)
    with pytest.raises(ValidationError) as refusal:
        policy.full_clean()
    assert "closes_at" in refusal.value.error_dict
    with pytest.raises(IntegrityError), transaction.atomic():
        policy.save()
    policy.closes_at = now + dt.timedelta(seconds=1)
    policy.full_clean()


def test_a_group_has_a_page_once(site: SmallSite) -> None:
    scope = moderator(site.index).groups.get().moderation_scopes.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        ModerationScope.objects.create(group=scope.group, page=scope.page)
