import datetime as dt

import pytest
from django.template import Context, Template

from tests.councils.making import council, person, seat
from tests.councils.public.making import Peopled, peopled
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import Appointment, CouncilPage, Term
from wagtail_prcouncil.councils.states import Precision, Role

pytestmark = pytest.mark.django_db
BDI = '<bdi lang="fa" dir="rtl">'


@pytest.fixture
def made(site: SmallSite) -> Peopled:
    return peopled(site)


def said(page: CouncilPage, tag: str, **variables: object) -> str:
    begin = "{% load i18n prcouncil_councils %}{% language code %}"
    template = Template(f"{begin}{{% {tag} %}}{{% endlanguage %}}")
    code = page.locale.language_code
    return template.render(Context({"page": page, "code": code, **variables}))


def test_persons(made: Peopled) -> None:
    assert said(made.page, "prc_person who", who=made.head) == "دکتر بهار نمونه‌پور"
    assert said(made.english, "prc_person who", who=made.head) == "Bahar Nemunepur"
    assert said(made.english, "prc_person who", who=made.acting) == f"{BDI}آرش نمونه‌فر</bdi>"
    wily = person("<b>نمونه")
    assert "<b>" not in said(made.page, "prc_person who", who=wily)


def test_seats(made: Peopled) -> None:
    assert said(made.english, "prc_seat seat", seat=made.chair) == "Chair"
    assert said(made.english, "prc_seat seat", seat=made.vacant) == "Example Fund"
    labelled = seat(made.page, label="نمایندهٔ دانشگاه‌ها")
    assert said(made.english, "prc_seat seat", seat=labelled).startswith(BDI)
    labelled.label_en = "universities"
    assert said(made.english, "prc_seat seat", seat=labelled) == "Universities"


def test_titles(made: Peopled) -> None:
    stay = Appointment.objects.get(person=made.head)
    assert said(made.english, "prc_post stay", stay=stay) == "Director of public relations"
    assert said(made.page, "prc_own_title stay", stay=stay) == "مدیرکل روابط عمومی"
    plain = Appointment.objects.get(person=made.left)
    assert said(made.english, "prc_post stay", stay=plain) == "Member, Example Fund"
    assert said(made.english, "prc_own_title stay", stay=plain) == ""
    persian = Appointment.objects.get(person=made.substitute)
    assert said(made.english, "prc_post stay", stay=persian) == f"Member, {BDI}شرکت راه</bdi>"


def test_what_is_left_beside_a_title(made: Peopled) -> None:
    stay = Appointment.objects.get(person=made.head)
    assert said(made.english, "prc_seat_beside stay", stay=stay) == "Chair"
    assert said(made.english, "prc_agency_beside stay", stay=stay) == "PR Centre"
    assert said(made.english, "prc_capacity stay", stay=stay) == ""
    acting = Appointment.objects.get(person=made.acting)
    assert said(made.english, "prc_seat_beside stay", stay=acting) == ""
    assert said(made.english, "prc_agency_beside stay", stay=acting) == f"{BDI}شرکت راه</bdi>"
    assert said(made.english, "prc_capacity stay", stay=acting) == "acting"


def test_terms(made: Peopled) -> None:
    assert said(made.english, "prc_term term", term=Term(number=3)) == "Term 3"
    assert "سوم" in said(made.page, "prc_term term", term=Term(number=3))


def test_days_as_far_as_known(made: Peopled) -> None:
    day = dt.date(2017, 9, 23)
    tag = "prc_known day precision"
    exact = said(made.page, tag, day=day, precision=Precision.DAY)
    assert exact == '<time datetime="2017-09-23">۱ مهر ۱۳۹۶</time>'
    assert said(made.page, tag, day=day, precision=Precision.YEAR) == "۱۳۹۶"
    assert said(made.page, tag, day=None, precision=Precision.DAY) == ""


def test_marks(made: Peopled) -> None:
    tag = "prc_mark seat who"
    assert said(made.english, tag, seat=made.chair, who=made.head) == "Chair"
    assert said(made.english, tag, seat=made.vacant, who=made.head) == "B N"
    assert said(made.page, tag, seat=made.vacant, who=made.head) == "ب ن"
    assert said(made.page, "prc_initials who", who=person("تنها")) == "ت"


def test_what_is_persian_alone(made: Peopled) -> None:
    assert said(made.english, "prc_persian words", words="قرعه\n<") == f"{BDI}قرعه<br>&lt;</bdi>"
    assert said(made.page, "prc_persian words", words="قرعه") == "قرعه"
    assert said(made.english, "prc_persian words", words="By lot.") == "By lot."
    assert said(made.english, "prc_in_persian words", words="قرعه") == ' lang="fa" dir="rtl"'
    assert said(made.english, "prc_in_persian words", words="By lot.") == ""
    assert said(made.page, "prc_in_persian words", words="قرعه") == ""


def test_an_agency_without_a_register_has_no_address(made: Peopled, site: SmallSite) -> None:
    assert said(made.page, "prc_agency_address row", row=None) == ""
    other = seat(council(site), Role.OBSERVER)
    assert said(made.page, "prc_agency_address row", row=other.agency) == ""
