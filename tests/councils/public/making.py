"""A council with a history: a chair, an acting head, a substitute, a vacancy, three terms."""

import datetime as dt
from dataclasses import dataclass

from tests.councils.making import council, in_english, person, seat, sits
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.councils.actions.appointing import Letter, appoint
from wagtail_prcouncil.councils.actions.seating import save_term
from wagtail_prcouncil.councils.models import CouncilPage, Seat, Term
from wagtail_prcouncil.councils.spans import Span
from wagtail_prcouncil.councils.states import Capacity, Precision, Role
from wagtail_prcouncil.directory.models import Person

BEGAN = dt.date(2024, 9, 22)  # 1 Mehr 1403
LEFT = dt.date(2025, 10, 2)
TERMS = [
    (dt.date(2018, 9, 23), dt.date(2021, 9, 22)),
    (dt.date(2021, 9, 23), dt.date(2024, 9, 21)),
    (BEGAN, None),
]


@dataclass
class Peopled:
    """The council, its English page, and who is talked of."""

    page: CouncilPage
    english: CouncilPage
    chair: Seat
    vacant: Seat
    head: Person
    acting: Person
    substitute: Person
    left: Person
    first: Person


def peopled(site: SmallSite) -> Peopled:
    """In order of the page: chair, two members (one acting, one vacant), an observer."""
    page = council(site, "شورای هماهنگی", summary="برنامه‌ها را هماهنگ می‌کند.")
    for number, (since, until) in enumerate(TERMS, 1):
        save_term(Term(council=page, number=number, since=since, until=until))
    made = Peopled(
        page,
        in_english(page, site, "Coordination council"),
        chair=seat(page, Role.CHAIR, agency=agency("مرکز روابط عمومی", name_en="PR Centre")),
        vacant=seat(page, agency=agency("صندوق نمونه", name_en="Example Fund")),
        head=person("بهار نمونه‌پور", name_en="Bahar Nemunepur", honorific_prefix="دکتر"),
        acting=person("آرش نمونه‌فر"),
        substitute=person("مهیار نمونه‌دوست"),
        left=person("ساغر نمونه‌مهر"),
        first=person("مهرآیین نمونه‌یار"),
    )
    road = seat(page, agency=agency("شرکت راه"))
    year_1396 = Span.of(dt.date(2017, 5, 1), BEGAN - dt.timedelta(days=1), Precision.YEAR)
    appoint(made.chair, Letter(made.first, year_1396))
    title = {"title": "مدیرکل روابط عمومی", "title_en": "Director of public relations"}
    sits(made.chair, made.head, BEGAN, **title)
    sits(made.vacant, made.left, BEGAN, LEFT)
    sits(road, made.acting, BEGAN, capacity=Capacity.ACTING)
    sits(road, made.substitute, BEGAN, capacity=Capacity.SUBSTITUTE)
    seat(page, Role.OBSERVER, is_voting=False, label="رابط مجلس", label_en="Liaison")
    return made
