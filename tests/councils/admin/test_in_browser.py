"""Councils in Wagtail's admin as a browser, a keyboard and a phone meet them."""

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from tests.axe import looks, violations
from tests.councils.admin.desk import appointment_place, election_place, seat_place, term_place
from tests.councils.making import START, council, election, person, seat, sits
from tests.desks import Desk
from tests.making import SmallSite, small_site
from wagtail_prcouncil.councils.models import Appointment, Candidate, Seat, Term
from wagtail_prcouncil.councils.states import Capacity, Phase, Role

pytestmark = [pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

DIALOG = ".modal-content"


@pytest.fixture
def site(transactional_db: None) -> SmallSite:
    return small_site()


def tab_to(page: Page, selector: str) -> None:
    """Presses Tab until the focus is on what the selector names."""
    for _step in range(150):
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reaches {selector}")


def send(page: Page) -> None:
    with page.expect_navigation():
        page.locator("#w-editor-form footer button[type=submit]").click()


def choose_person(page: Page, words: str) -> None:
    page.locator("#id_person-chooser button[data-chooser-action-choose]").first.click()
    page.locator(f"{DIALOG} input[name=q]").fill(words)
    expect(page.locator(f"{DIALOG} tbody tr")).to_have_count(1)
    page.locator(f"{DIALOG} tbody a").first.click()
    expect(page.locator(DIALOG)).to_have_count(0)


def pick(page: Page, name: str, typed: str, *keys: str) -> None:
    """A day by the calendar beside a field, from the day that is typed."""
    page.locator(f"[name={name}]").fill(typed)
    page.locator(f"[name={name}] + button").click()
    expect(page.locator("dialog[open]")).to_be_visible()
    for key in (*keys, "Enter"):
        page.keyboard.press(key)
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_a_seat_and_an_acting_head_by_the_jalali_picker(site: SmallSite, desk: Desk) -> None:
    home, who = council(site, "شورای نمونه"), person("مریم نمونه‌پور")
    page = desk("fa")
    page.goto(seat_place("add"))
    page.select_option("[name=council]", str(home.pk))
    page.select_option("[name=role]", Role.OBSERVER)
    page.uncheck("[name=is_voting]")
    page.fill("[name=label]", "کرسی تازه")
    pick(page, "since", "1402/12/28", "ArrowLeft", "ArrowLeft")
    assert page.input_value("[name=since]") == "۱۴۰۳/۰۱/۰۱"
    send(page)
    made = Seat.objects.get()
    assert (made.label, made.since) == ("کرسی تازه", START)
    expect(page.locator("main tbody")).to_contain_text("کرسی تازه")
    page.goto(seat_place("appoint_acting", made.pk))
    choose_person(page, "نمونه پور")
    pick(page, "since", "1403/01/01", "ArrowLeft")
    send(page)
    row = Appointment.objects.get()
    assert (row.person, row.capacity, row.since) == (who, Capacity.ACTING, dt.date(2024, 3, 21))
    expect(page.locator("main tbody")).to_contain_text("مریم نمونه‌پور")


def test_who_is_not_in_the_directory_is_made_on_the_way(site: SmallSite, desk: Desk) -> None:
    place = seat(council(site))
    page = desk("en")
    page.goto(seat_place("appoint", place.pk))
    page.locator("#id_person-chooser button[data-chooser-action-choose]").first.click()
    page.locator(f"{DIALOG} [role=tab]").nth(1).click()
    page.locator(f"{DIALOG} [name=name]").fill("تازه‌وارد")
    page.locator(f"{DIALOG} form button[type=submit]:visible").click()
    expect(page.locator(DIALOG)).to_have_count(0)
    expect(page.locator("#id_person-chooser")).to_contain_text("تازه‌وارد")
    page.fill("[name=since]", "2024-03-20")
    page.keyboard.press("Escape")
    send(page)
    assert Appointment.objects.get().person.name == "تازه‌وارد"


@pytest.mark.parametrize("language", ["fa", "en"])
def test_an_election_is_recorded_and_confirmed(site: SmallSite, desk: Desk, language: str) -> None:
    place = seat(council(site), Role.CHAIR, agency=None, is_voting=False)
    one = election(place, phase=Phase.CANDIDATES)
    rows = [Candidate.objects.create(election=one, person=person()) for _number in range(2)]
    page = desk(language)
    page.goto(election_place("edit", one.pk))
    page.locator(f"a.button[href='{election_place('vote', one.pk)}']").click()
    page.fill("[name=held_on]", {"fa": "1403/02/01", "en": "2024-04-20"}[language])
    page.fill("[name=voters_present]", "9")
    page.fill(f"[name=votes_{rows[0].pk}]", "7")
    page.fill(f"[name=votes_{rows[1].pk}]", "4")
    send(page)  # more votes than voters
    expect(page.locator(".w-field--error")).to_have_count(1)
    assert page.input_value(f"[name=votes_{rows[0].pk}]") == "7"
    page.fill("[name=voters_present]", "11")
    send(page)
    page.locator(f"a.button[href='{election_place('confirm', one.pk)}']").click()
    send(page)
    expect(page.locator(".prc-phases [aria-current]")).to_be_visible()
    expect(page.locator(".prc-counts__elected")).to_contain_text(rows[0].person.name)
    made = Appointment.objects.get()
    assert (made.person, made.since) == (rows[0].person, dt.date(2024, 4, 20))


def test_seats_are_put_in_order_by_keyboard_and_by_mouse(site: SmallSite, desk: Desk) -> None:
    home = council(site)
    first, second, third = (
        seat(home, label=name, sort_order=number) for number, name in enumerate("الف ب پ".split())
    )
    page = desk("fa")
    page.goto(seat_place("order", home.pk))
    line = f"[data-prc-order-line]:has([value='{third.pk}'])"
    tab_to(page, f"{line} [data-move='-1']")
    page.keyboard.press("Enter")
    assert "۲" in (page.locator("[data-prc-order-said]").text_content() or "")
    page.keyboard.press("Enter")
    # At the top there is no way up: the focus goes to the way down.
    assert page.evaluate("document.activeElement.dataset.move") == "1"
    lines = page.locator("[data-prc-order-line]")
    lines.nth(2).drag_to(lines.nth(1))
    send(page)
    assert list(home.seats.order_by("sort_order")) == [third, second, first]


def test_without_scripts_numbers_are_typed(site: SmallSite, desk: Desk) -> None:
    home = council(site)
    first, second = seat(home, sort_order=1), seat(home, sort_order=2)
    page = desk("fa", java_script_enabled=False)
    page.goto(seat_place("order", home.pk))
    page.fill(f"[name=place_{first.pk}]", "9")
    page.locator("#w-editor-form footer button[type=submit]").click()
    page.wait_for_url("**/councils/seats/?**")
    assert list(home.seats.order_by("sort_order")) == [second, first]


@pytest.mark.parametrize("language", ["fa", "en"])
def test_the_screens_are_accessible_on_desk_and_phone(
    site: SmallSite, desk: Desk, language: str
) -> None:
    home = council(site, "شورای نمونه")
    chair, empty = seat(home, Role.CHAIR, label="رئیس", label_en="Chair"), seat(home)
    row = sits(chair, person("مریم نمونه‌پور", name_en="Maryam"), dt.date(2020, 1, 1))
    Term.objects.create(council=home, number=1, since=START)
    one = election(chair, phase=Phase.HELD, held_on=dt.date(2024, 5, 1), voters_present=9)
    for votes in (4, 4):
        Candidate.objects.create(election=one, person=person(), votes=votes)
    page = desk(language)
    for place in (
        seat_place("index"),
        seat_place("edit", empty.pk),
        seat_place("appoint", chair.pk),
        seat_place("order", home.pk),
        seat_place("timeline", home.pk),
        appointment_place("index"),
        appointment_place("end", row.pk),
        term_place("index"),
        election_place("edit", one.pk),
        election_place("confirm", one.pk),
        f"/admin/councils/close/{home.pk}/",
        "/admin/reports/councils/seats/",
    ):
        page.goto(place, wait_until="networkidle")
        for width in looks(page):
            assert page.evaluate("document.documentElement.scrollWidth") <= width, place
            assert violations(page) == [], place
