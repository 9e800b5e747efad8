import datetime as dt

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from tests.comments.making import moderator, open_page, posted
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import RefusedError
from wagtail_prcouncil.comments.actions.banning import ban
from wagtail_prcouncil.comments.models import Ban, HashKey
from wagtail_prcouncil.comments.states import Right

ADDRESS, EMAIL = Ban.Kind.ADDRESS, Ban.Kind.EMAIL


def in_days(days: int) -> dt.datetime:
    return timezone.now() + dt.timedelta(days=days)


def test_the_last_word_about_a_sender_counts(site: SmallSite) -> None:
    comment, boss = posted(open_page(site)), moderator(site.index)
    ban(comment.pk, ADDRESS, until=in_days(3), why="هرزنامه", by=boss)
    until = in_days(9)
    ban(comment.pk, ADDRESS, until=until, why="باز هم", by=boss)
    made = Ban.objects.get()
    assert (made.value, made.until, made.why) == (comment.address_hash, until, "باز هم")


def test_an_address_is_banned_no_longer_than_it_is_recognised(site: SmallSite) -> None:
    comment = posted(open_page(site))
    ends = in_days(5)
    HashKey.objects.all().delete()
    HashKey.objects.create(begins_at=in_days(-25), ends_at=ends)
    boss = moderator(site.index)
    assert ban(comment.pk, ADDRESS, until=in_days(30), why="هرزنامه", by=boss).until == ends


@pytest.mark.parametrize(
    ("kind", "days", "why", "field"),
    [
        (EMAIL, 3, "هرزنامه", "kind"),
        (ADDRESS, -1, "هرزنامه", "until"),
        (ADDRESS, 4000, "هرزنامه", "until"),
        (ADDRESS, 3, " ", "why"),
    ],
)
def test_what_is_refused(site: SmallSite, kind: Ban.Kind, days: int, why: str, field: str) -> None:
    comment = posted(open_page(site))
    with pytest.raises(RefusedError) as refused:
        ban(comment.pk, kind, until=in_days(days), why=why, by=moderator(site.index))
    assert refused.value.field == field


def test_not_beyond_one_s_scope(site: SmallSite) -> None:
    comment = posted(open_page(site))
    with pytest.raises(PermissionDenied):
        ban(comment.pk, ADDRESS, until=in_days(3), why="x", by=moderator(site.index_en))


def test_a_section_shortens_no_ban_of_the_site(site: SmallSite) -> None:
    comment, until = posted(open_page(site)), in_days(20)
    ban(comment.pk, ADDRESS, until=until, why="هرزنامه", by=moderator(site.index))
    of_section = moderator(site.index, rights=(Right.MODERATE,))
    assert ban(comment.pk, ADDRESS, until=in_days(1), why="x", by=of_section).until == until
    keeper = moderator(site.index, rights=(Right.MODERATE,))
    keeper.groups.get().permissions.add(Permission.objects.get(codename="change_ban"))
    soon = in_days(2)
    assert ban(comment.pk, ADDRESS, until=soon, why="x", by=keeper).until == soon
