"""T15: what lies outside of a moderator's scope is nobody's business of his."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from wagtail.models import Page

from tests.comments.making import moderator, open_page, posted
from tests.making import SmallSite
from wagtail_prcouncil.comments.models import ModerationScope, ReaderComment, Thread
from wagtail_prcouncil.comments.scopes import scope_of, within
from wagtail_prcouncil.comments.states import Right


def _sees(user: User, comment: ReaderComment, right: Right = Right.MODERATE) -> bool:
    """By the list and by the comment at hand, which must say the same."""
    scope = scope_of(User.objects.get(pk=user.pk), right)
    comment = ReaderComment.objects.select_related("thread__page").get(pk=comment.pk)
    listed = within(ReaderComment.objects.all(), scope).filter(pk=comment.pk).exists()
    assert listed == scope.covers(comment.thread)
    return listed


@pytest.mark.parametrize(
    ("place", "seen"),
    [("index", True), ("home", True), ("section", True), ("index_en", False), ("home_en", False)],
)
def test_below_a_page_or_filed_under_it(site: SmallSite, place: str, seen: bool) -> None:
    comment = posted(open_page(site))
    assert _sees(moderator(getattr(site, place)), comment) == seen


def test_filed_under_a_section_below_the_section(site: SmallSite) -> None:
    section = type(site.section).objects.get(pk=site.section.pk)
    below = section.add_child(
        instance=type(site.section)(title="قزوین", slug="qazvin", locale=site.fa)
    )
    comment = posted(open_page(site, section=below))
    assert _sees(moderator(site.section), comment)
    other = site.index.add_sibling(
        instance=type(site.index)(title="دیگر", slug="other", locale=site.fa)
    )
    assert not _sees(moderator(other), comment)


def test_without_a_scope_there_is_nothing(site: SmallSite) -> None:
    assert not _sees(moderator(), posted(open_page(site)))


def test_a_right_counts_where_its_own_group_has_its_scope(site: SmallSite) -> None:
    """To moderate here and to erase there adds up to neither both here nor both there."""
    comment = posted(open_page(site))
    user = moderator(site.index, rights=(Right.MODERATE,))
    erasers = Group.objects.create(name="erasers elsewhere")
    erasers.permissions.add(Permission.objects.get(codename="erase_readercomment"))
    ModerationScope.objects.create(group=erasers, page=site.index_en)
    user.groups.add(erasers)
    assert _sees(user, comment, Right.MODERATE)
    assert not _sees(user, comment, Right.ERASE)


def test_what_was_written_below_deleted_pages_is_for_those_who_have_all(site: SmallSite) -> None:
    page = open_page(site)
    comment = posted(page)
    bounded, whole = moderator(site.home), moderator(Page.objects.get(depth=1))
    page.delete()
    assert _sees(bounded, comment)  # its section still says whose it is
    Thread.objects.update(section_id=None)
    assert not _sees(bounded, comment)
    assert _sees(whole, comment)
    assert _sees(User.objects.create_superuser("root"), comment)


def test_who_left_sees_nothing(site: SmallSite) -> None:
    comment = posted(open_page(site))
    user = moderator(site.index)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert not _sees(user, comment)
