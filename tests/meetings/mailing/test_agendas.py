"""Agendas go to members."""

from tests.councils.making import seat
from tests.making import SmallSite
from tests.meetings.mailing.posted import only, recipient, waiting
from tests.meetings.making import announced, fresh, item, staffed_council
from wagtail_prcouncil.meetings.actions import itemising
from wagtail_prcouncil.meetings.states import Visibility


def test_each_reads_what_he_may_know_of(site: SmallSite) -> None:
    page = staffed_council(site)
    recipient(page, "member@example.ir", seat(page))
    recipient(page, "guest@example.ir")
    one = announced(page)
    item(one, "بند همگانی")
    inner = item(one, "بند اعضا", visibility=Visibility.MEMBERS)
    item(one, "زیر بند", parent=inner)
    itemising.finalise(one, version=fresh(one).version)
    told = {mail.to: mail.text for mail in waiting("agenda_published")}
    assert all("بند همگانی" in text for text in told.values())
    for words in ("بند اعضا", "زیر بند"):
        assert words in told["member@example.ir"]
        assert words not in told["guest@example.ir"]


def test_an_amended_one_says_what_changed(site: SmallSite) -> None:
    page = staffed_council(site)
    recipient(page, "a@example.com", language="en")
    one = announced(page)
    item(one, "اول")
    itemising.finalise(one, version=fresh(one).version)
    item(one, "دوم")
    itemising.amend(one, note="بند دوم افزوده شد", version=fresh(one).version)
    mail = only("agenda_amended")
    assert "edition 2" in mail.subject
    assert "What changed\nبند دوم افزوده شد" in mail.text
    assert "- دوم" in mail.text


def test_parts_are_set_in_and_numbers_are_in_the_digits_of_the_reader(site: SmallSite) -> None:
    page = staffed_council(site)
    recipient(page, "a@example.com", language="en")
    one = announced(page)
    whole = item(one, "کل", label="۱", title_en="Whole")
    item(one, "جزء", label="۱-۱", title_en="Part", parent=whole)
    item(one, "بی‌شماره", title_en="Without a number", parent=whole)
    itemising.finalise(one, version=fresh(one).version)
    mail = only("agenda_published")
    assert "- 1 Whole\n- \u20031-1 Part\n- \u2003– Without a number\n" in mail.text
