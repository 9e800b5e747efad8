"""The logins of the demo: one for each part of the desk, with what it is for."""

from pathlib import Path

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.contrib.auth.models import Group
from home.demo.accounts import ACCOUNTS, make_accounts

from tests.councils.making import council
from tests.making import SmallSite, small_site
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.scopes import scope_of
from wagtail_prcouncil.councils.states import Right
from wagtail_prcouncil.news.models import NewsPage, SectionDesk, SectionDeskTask
from wagtail_prcouncil.pages.actions import give_permissions, make_work_groups


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


@pytest.fixture
def file(site: SmallSite, tmp_path: Path) -> Path:
    make_work_groups()
    group = Group.objects.create(name="میز آب")
    SectionDesk.objects.create(section=site.section, group=group)
    file = tmp_path / "logins.txt"
    make_accounts(file)
    return file


def test_each_login_is_noted_with_what_it_is_for(file: Path) -> None:
    lines = file.read_text().splitlines()
    assert [line.split()[0] for line in lines] == [account.name for account in ACCOUNTS]
    for line, account in zip(lines, ACCOUNTS, strict=True):
        name, password, purpose = line.split(maxsplit=2)
        assert authenticate(username=name, password=password) is not None
        assert purpose == account.purpose
    make_accounts(file)
    assert file.read_text().splitlines() == lines


def test_passwords_of_a_demo_that_was_there_are_kept(file: Path) -> None:
    kept = [" ".join(line.split()[:2]) for line in file.read_text().splitlines()]
    file.write_text("\n".join(kept))
    make_accounts(file)
    assert [" ".join(line.split()[:2]) for line in file.read_text().splitlines()] == kept


def test_the_desk_reviews_what_the_reporter_may_not_publish(site: SmallSite, file: Path) -> None:
    users = {user.username: user for user in get_user_model().objects.all()}
    page = NewsPage(title="خبر", section=site.section, locale=site.fa)
    site.index.add_child(instance=page)
    page.save_revision()
    task = SectionDeskTask.objects.create(name="میز سرویس")
    assert task.user_can_access_editor(page, users["desk"])
    assert not task.user_can_access_editor(page, users["reporter"])
    may = page.permissions_for_user
    assert may(users["reporter"]).can_edit()
    assert not may(users["reporter"]).can_publish()
    assert may(users["editor"]).can_publish()


def test_a_secretary_keeps_one_council_or_all(site: SmallSite, tmp_path: Path) -> None:
    make_work_groups()
    give_permissions()
    mine, other = council(site), council(site)
    CouncilPage.objects.filter(pk=mine.pk).update(slug="fars-council")
    SectionDesk.objects.create(section=site.section, group=Group.objects.create(name="میز"))
    make_accounts(tmp_path / "logins.txt")
    users = {user.username: user for user in get_user_model().objects.all()}
    kept = {
        name: [scope_of(users[name], Right.APPOINT).covers(page) for page in (mine, other)]
        for name in ("secretary", "fars", "editor")
    }
    assert kept == {"secretary": [True, True], "fars": [True, False], "editor": [False, False]}
