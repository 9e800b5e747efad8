"""What is sent twice from one form is made once."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.utils.translation import gettext

from tests.councils.admin.desk import chief, errors, logged_in, seat_place, seat_words, secretary
from tests.councils.making import council
from tests.councils.test_parallel import at_once
from tests.making import SmallSite, small_site
from wagtail_prcouncil.councils.admin.once import key_of, new_mark
from wagtail_prcouncil.councils.models import Seat

MARK = "m" * 32
PLACE = "/admin/councils/seats/"


def key(by: Any, path: str = "/", **said: Any) -> Any:
    request = RequestFactory().post(path, {"once": MARK} | said)
    request.user = by
    return key_of(request)


def test_the_key_is_of_the_form_and_its_answers() -> None:
    one, other = User(pk=1), User(pk=2)
    assert key(one, text="یک") == key(one, text="یک")
    paper = SimpleUploadedFile("یک.pdf", b"12")
    others = [
        key(one, text="دو"),
        key(one, text="یک", more="و"),
        key(one, "/another/", text="یک"),
        key(other, text="یک"),
        key(one, text="یک", once="n" * 32),
        key(one, text="یک", paper=paper),
    ]
    assert len({key(one, text="یک"), *others}) == 7
    assert key(one, text="یک", csrfmiddlewaretoken="x") == key(one, text="یک")


@pytest.mark.parametrize("mark", ["", "short", "x" * 200, "م" * 32, "a b" * 10])
def test_what_is_no_mark_of_a_form(mark: str) -> None:
    assert key(User(pk=1), once=mark) is None


def test_each_form_has_a_mark_of_its_own() -> None:
    assert new_mark() != new_mark()


def mark_of(client: Client, address: str) -> str:
    """The mark that stands in the form."""
    answer = client.get(address)
    mark: str = answer.context["once"]
    assert f'name="once" value="{mark}"' in answer.content.decode()
    return mark


def test_sent_twice_it_leads_to_the_first(site: SmallSite) -> None:
    home, client = council(site), chief()
    said = seat_words(home) | {"once": mark_of(client, seat_place("add"))}
    first, second = (client.post(seat_place("add"), said, follow=True) for _time in range(2))
    assert Seat.objects.count() == 1
    assert first.redirect_chain == second.redirect_chain == [(f"{PLACE}?council={home.pk}", 302)]
    told = [str(one).strip() for one in second.context["messages"]]
    assert told == [gettext("This form had been sent already: nothing was made twice.")]


def test_another_form_or_other_answers_make_another(site: SmallSite) -> None:
    home, client = council(site), chief()
    said = seat_words(home) | {"once": mark_of(client, seat_place("add"))}
    client.post(seat_place("add"), said)
    client.post(seat_place("add"), said | {"label": "کرسی دیگر"})
    client.post(seat_place("add"), said | {"once": mark_of(client, seat_place("add"))})
    client.post(seat_place("add"), seat_words(home))
    assert Seat.objects.count() == 4


def test_what_was_refused_is_sent_again_from_the_same_form(site: SmallSite) -> None:
    home, client = council(site), chief()
    said = seat_words(home, role="nothing") | {"once": MARK}
    refused = client.post(seat_place("add"), said)
    assert (list(errors(refused)), refused.context["once"]) == (["role"], MARK)
    assert client.post(seat_place("add"), seat_words(home) | {"once": MARK}).status_code == 302
    assert Seat.objects.count() == 1


def test_another_users_form_is_another(site: SmallSite) -> None:
    home = council(site)
    for client in (chief(), secretary(home)):
        client.post(seat_place("add"), seat_words(home) | {"once": MARK})
    assert Seat.objects.count() == 2


@pytest.mark.needs("postgres")
@pytest.mark.django_db(transaction=True)
def test_two_at_the_same_moment_make_one() -> None:
    home = council(small_site())
    clients = [chief()]
    for _number in range(3):
        clients.append(logged_in(User.objects.get()))
    said = seat_words(home) | {"once": MARK}
    answers = at_once(*[lambda c=one: c.post(seat_place("add"), said) for one in clients])
    assert [getattr(one, "status_code", one) for one in answers] == [302] * 4
    assert Seat.objects.count() == 1
