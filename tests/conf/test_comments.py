from django.test import override_settings

from wagtail_prcouncil import conf
from wagtail_prcouncil.comments.states import Mode


def test_comments_are_off_until_a_site_opens_them() -> None:
    with override_settings(WAGTAIL_PRCOUNCIL={}):
        assert conf.comments_mode() == Mode.HIDDEN
        assert not conf.comments_votes()
        assert not conf.comments_checker()


def test_a_proof_takes_one_try_at_least() -> None:
    with override_settings(WAGTAIL_PRCOUNCIL={"COMMENTS_PROOF_TRIES": 0}):
        assert conf.comments_proof_tries() == 1
