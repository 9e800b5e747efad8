"""From a council's page to what hangs on it."""

from django.contrib.auth.models import User

from tests.councils.admin.desk import seat_place
from tests.councils.making import council, in_english
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.councils.admin.page_buttons import page_buttons
from wagtail_prcouncil.councils.states import Right


def urls(page: object, user: object) -> list[str]:
    return [button.url for button in page_buttons(page, user, "edit")]  # type: ignore[arg-type]


def test_everything_for_a_superuser_in_both_languages(site: SmallSite) -> None:
    home = council(site)
    root = User.objects.create_superuser("root")
    wanted = [
        f"{seat_place('index')}?council={home.pk}",
        seat_place("timeline", home.pk),
        seat_place("order", home.pk),
        f"/admin/councils/close/{home.pk}/",
    ]
    assert urls(home, root) == wanted
    assert urls(in_english(home, site), root) == wanted


def test_only_what_one_may(site: SmallSite) -> None:
    home, other = council(site), council(site)
    user = member_of(group_for(home, rights=[Right.VIEW_SEATS]))
    assert urls(home, user) == [
        f"{seat_place('index')}?council={home.pk}",
        seat_place("timeline", home.pk),
    ]
    assert urls(other, user) == []


def test_other_pages_have_none(site: SmallSite) -> None:
    assert urls(site.home, User.objects.create_superuser("root")) == []


def test_a_right_on_terms_shows_nobody_who_sits_there(site: SmallSite) -> None:
    home = council(site)
    assert urls(home, member_of(group_for(home, rights=[Right.VIEW_TERMS]))) == []
    of_stays = member_of(group_for(home, rights=[Right.VIEW_APPOINTMENTS]))
    assert urls(home, of_stays) == [seat_place("timeline", home.pk)]
