"""“New charter”: a page as a draft below the council's list, with its facts and first version."""

from tests.charters.admin.desk import chief, errors, place, secretary
from tests.charters.making import charter_index
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.models import Charter, CharterIndexPage
from wagtail_prcouncil.charters.states import Kind

WORDS = {"title": "آیین‌نامهٔ تازه", "kind": "bylaws"}


def test_it_stands_as_a_draft_and_its_page_opens(site: SmallSite) -> None:
    home = council(site)
    index = charter_index(home)
    client = chief()
    page = client.get(f"{place('add')}?council={home.pk}")
    assert page.context["form"].initial["council"] == str(home.pk)
    answer = client.post(place("add"), WORDS | {"council": str(home.pk)})
    assert answer.status_code == 302, errors(answer)
    made = Charter.objects.get()
    assert answer["Location"] == f"/admin/pages/{made.page_id}/edit/"
    assert made.page.get_parent().specific == index
    assert (made.page.live, made.kind) == (False, Kind.BYLAWS)
    assert made.versions.drafts().get().number == 1


def test_sent_twice_it_leads_to_the_first(site: SmallSite) -> None:
    home, client = council(site), chief()
    page = client.get(place("add"))
    said = WORDS | {"council": str(home.pk), "once": page.context["once"]}
    assert f'name="once" value="{said["once"]}"' in page.content.decode()
    first, second = (client.post(place("add"), said) for _time in range(2))
    made = Charter.objects.get()
    assert first["Location"] == second["Location"] == f"/admin/pages/{made.page_id}/edit/"
    anew = said | {"once": client.get(place("add")).context["once"]}
    assert client.post(place("add"), anew).status_code == 302
    assert Charter.objects.count() == 2


def test_what_is_wrong_is_told_beside_its_field(site: SmallSite) -> None:
    home, client = council(site), chief()
    for given, field in (
        ({"title": " "}, "title"),
        ({"title": "ن" * 256}, "title"),
        ({"kind": "law"}, "kind"),
        ({"council": "9" * 30}, "council"),
        ({"council": ""}, "council"),
    ):
        answer = client.post(place("add"), WORDS | {"council": str(home.pk)} | given)
        assert answer.status_code == 200, given
        assert list(errors(answer)) == [field], given
    assert client.get(f"{place('add')}?council={'9' * 30}").status_code == 200
    assert not CharterIndexPage.objects.exists()


def test_only_the_users_own_councils_are_offered(site: SmallSite) -> None:
    mine, other = council(site), council(site)
    answer = secretary(mine).post(place("add"), WORDS | {"council": str(other.pk)})
    assert list(errors(answer)) == ["council"]
    assert not Charter.objects.exists()


def test_whoever_may_add_no_page_there_is_told_and_loses_nothing(site: SmallSite) -> None:
    home = council(site)
    answer = secretary(home).post(place("add"), WORDS | {"council": str(home.pk)})
    assert answer.status_code == 200
    assert list(errors(answer)) == ["council"]
    assert WORDS["title"] in answer.content.decode()
    assert not Charter.objects.exists()
