"""What stands behind the link of an invitation."""

from django.utils import translation

from tests.charters.making import in_english
from tests.charters.test_links import invited
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.inviting import revoke, sign_by_invitation
from wagtail_prcouncil.charters.links import invitation_of, token_of
from wagtail_prcouncil.charters.models import Invitation
from wagtail_prcouncil.charters.public.signing import Signing


def found(made: Invitation) -> Signing:
    row = invitation_of(token_of(made))
    assert row is not None
    return Signing(row)


def test_an_open_invitation_is_refused_nothing(site: SmallSite) -> None:
    asked = found(invited(site))
    assert asked.refusal is None
    assert asked.title
    assert not asked.is_pledge
    assert asked.certificate_url == ""


def test_a_settled_one_says_what_became_of_it(site: SmallSite) -> None:
    used, taken_back = invited(site), invited(site)
    sign_by_invitation(used)
    revoke(taken_back)
    refusals = [found(one).refusal for one in (used, taken_back)]
    assert [one.status for one in refusals if one] == [410, 410]
    assert len({one.sentence for one in refusals if one}) == 2
    assert found(used).certificate_url.endswith("versions/1/signatures/1/")


def test_the_page_is_in_the_readers_language_where_it_is_published(site: SmallSite) -> None:
    made = invited(site)
    english = in_english(made.version.charter, site)
    with translation.override("en"):
        assert found(made).page == english
    english.unpublish()
    with translation.override("en"):
        assert found(made).page == made.version.charter.page
