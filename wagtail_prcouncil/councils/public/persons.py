"""The card of a person who sits or sat in councils: posts over time, titles as they stood."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Self
from uuid import UUID

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.models.appointment import Appointment
from wagtail_prcouncil.councils.models.queryset import council_pages
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.ui.forms import LARGEST_KEY
from wagtail_prcouncil.ui.jalali.form_fields import JalaliDateField

if TYPE_CHECKING:
    from wagtail_prcouncil.councils.models.index import CouncilIndexMixin
    from wagtail_prcouncil.councils.models.page import CouncilPage


class DayQuestion(forms.Form):
    """On which day the titles are asked for; sent by GET, so that an answer has an address."""

    on = JalaliDateField(label=_("Day"), required=False)

    def __init__(self, asked: QueryDict) -> None:
        super().__init__(asked, auto_id="card-%s", use_required_attribute=False)

    @property
    def day(self) -> dt.date | None:
        """None while no day is asked for, and for what names none."""
        self.is_valid()
        day: dt.date | None = self.cleaned_data.get("on")
        return day


@dataclass(frozen=True, slots=True)
class Post:
    """One of the posts: the appointment, and its council in the reader's language; `is_elsewhere`
    where that page is in another."""

    appointment: Appointment
    council: "CouncilPage"
    url: str
    is_elsewhere: bool


class Card:
    """Reads what councils say of a person: four queries, however many posts there were. Only what
    stands in councils that anonymous readers may see."""

    def __init__(
        self, rows: list[Appointment], page: "CouncilIndexMixin", request: HttpRequest
    ) -> None:
        self.person = rows[0].person
        self._rows, self._page, self._request = rows, page, request
        self.form = DayQuestion(request.GET)

    @classmethod
    def of(cls, number: int, page: "CouncilIndexMixin", request: HttpRequest) -> Self | None:
        """None for a key that names nobody who sits or sat in a readable council."""
        if number > LARGEST_KEY:
            return None
        rows = Appointment.objects.filter(person=number).readable().with_people()
        found = list(rows.select_related("person__photo", "seat__council").latest_first())
        return cls(found, page, request) if found else None

    @cached_property
    def posts(self) -> list[Post]:
        """The latest first."""
        return [self._post(row) for row in self._rows]

    @property
    def current(self) -> list[Post]:
        return self.on(today())

    @cached_property
    def then(self) -> list[Post]:
        """On the day that was asked for."""
        return self.on(self.form.day) if self.form.day else []

    def on(self, day: dt.date) -> list[Post]:
        """Posts held on a day; where only a year is known, those that may have been."""
        return [post for post in self.posts if post.appointment.span.covers(day)]

    @property
    def other_posts(self) -> list[str]:
        """Outside the councils, in the reader's language or, without words in it, in Persian."""
        person = self.person
        in_english = "" if self._is_persian else person.other_posts_en
        return [line for line in (in_english or person.other_posts).splitlines() if line.strip()]

    @property
    def posts_are_persian(self) -> bool:
        """Whether the other posts stand in Persian on a page that does not."""
        return not self._is_persian and not self.person.other_posts_en

    @property
    def _is_persian(self) -> bool:
        return self._page.locale.language_code.startswith("fa")

    @cached_property
    def _pages(self) -> "dict[UUID, CouncilPage]":
        keys = {row.seat.council.translation_key for row in self._rows}
        pages = council_pages().readable(self._page.locale_id).without_aliases()
        return {page.translation_key: page for page in pages.filter(translation_key__in=keys)}

    def _post(self, row: Appointment) -> Post:
        original = row.seat.council
        page = self._pages.get(original.translation_key, original)
        is_elsewhere = page.locale_id != self._page.locale_id
        return Post(row, page, page.get_url(self._request) or "", is_elsewhere)
