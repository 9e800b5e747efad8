from django.test import Client, RequestFactory

from tests.comments.making import moderator
from tests.making import SmallSite
from wagtail_prcouncil.comments.admin.registering import menu, permissions, queue_item
from wagtail_prcouncil.comments.states import Right


def test_the_menu_is_for_those_with_the_right(site: SmallSite, client: Client) -> None:
    request = RequestFactory().get("/")
    for user, is_shown in ((moderator(site.index), True), (moderator(rights=()), False)):
        request.user = user
        assert queue_item().is_shown(request) == is_shown
    assert menu().label


def test_every_right_is_given_on_the_form_of_groups(site: SmallSite) -> None:
    assert permissions().count() == len(Right)
