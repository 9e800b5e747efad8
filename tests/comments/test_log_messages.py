import pytest
from django.utils import translation
from django.utils.html import escape
from wagtail.log_actions import log, registry
from wagtail.models import ModelLogEntry

from tests.comments.making import moderator, open_page, posted
from tests.making import SmallSite
from tests.news.staff import chief, logged_in
from wagtail_prcouncil.comments.actions import Because, decide, erase
from wagtail_prcouncil.comments.actions.exporting import export_comments
from wagtail_prcouncil.comments.actions.scoping import set_scopes
from wagtail_prcouncil.comments.actions.setting_policy import Terms, set_policy
from wagtail_prcouncil.comments.log_messages import DONE, OF_THE_OFFICE
from wagtail_prcouncil.comments.models import CommentHistory, ReaderComment
from wagtail_prcouncil.comments.states import Mode, Reason, Verb

SECRETS = ("متن پنهان", "رضا نمونه", "reza@example.invalid")


@pytest.mark.parametrize("name", [*DONE, *OF_THE_OFFICE])
def test_the_history_knows_what_was_done(name: str) -> None:
    action = f"prcouncil_comments.{name}"
    assert registry.action_exists(action)
    assert str(registry.get_action_label(action))


def test_site_history_tells_of_all_of_it_and_quotes_nobody(site: SmallSite) -> None:
    """T22: from the post to the erasure, no log has a word of the comment."""
    boss = chief()
    comment = posted(open_page(site), SECRETS[0], name=SECRETS[1], email=SECRETS[2])
    because = Because(Reason.LIBEL, note=SECRETS[0], note_to_author=SECRETS[0])
    decide(comment.pk, Verb.REJECT, expected_version=1, by=boss, because=because)
    set_policy(site.index, Terms(Mode.CLOSED), by=boss)
    set_scopes(moderator().groups.get(), [site.section], by=boss)
    export_comments(ReaderComment.objects.all(), "csv", by=boss)
    erase([comment.pk], reason=Reason.OTHER, by=boss)
    history = logged_in(boss).get("/admin/reports/site-history/").content.decode()
    with translation.override("en"):  # as the chief reads the admin
        for verb in (DONE[Verb.REJECT], DONE[Verb.ERASE]):
            assert escape(str(verb)) in history
        for name in ("set_policy", "set_scopes", "export"):
            assert escape(str(OF_THE_OFFICE[name][1])) in history, name
    rejected = CommentHistory.objects.get(action="prcouncil_comments.reject")
    assert rejected.comment == Reason.LIBEL.label
    stored = str(list(ModelLogEntry.objects.values())) + history
    assert not [secret for secret in SECRETS if secret in stored]


def test_the_history_of_the_site_keeps_to_the_scope(site: SmallSite) -> None:
    """T15: moderators of one section do not read what was decided in another; Wagtail cannot tell
    them apart, so superusers alone find comments there."""
    boss = moderator(site.section)
    comment, other = posted(open_page(site)), posted(open_page(site))
    decide(comment.pk, Verb.APPROVE, expected_version=1, by=boss)
    log(other, "prcouncil_comments.reject", user=boss)
    inside, outside = logged_in(boss), logged_in(moderator(site.index_en))
    everywhere = logged_in(chief())
    for one in (comment, other):
        for client, is_there in ((inside, False), (outside, False), (everywhere, True)):
            shown = client.get("/admin/reports/site-history/").content.decode()
            assert (f"{one}" in shown) is is_there
