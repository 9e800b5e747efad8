"""Assignments for measuring: ten thousand of one council, given in one meeting."""

import datetime as dt
from collections.abc import Callable

from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from home.demo.loading import Tree

from bench.meetings import index_of
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.meetings.models import Assignment, Meeting, MeetingPage
from wagtail_prcouncil.meetings.states import Status

MANY = 10_000
SPREAD = 180  # days around today on which they are due


def many(tree: Tree) -> None:
    """Made once; they do not grow with the news."""
    if Assignment.objects.exists():
        return
    page = index_of(tree).add_child(
        instance=MeetingPage(title="نشست", slug="measured", locale=tree.fa)
    )
    began = timezone.now() - dt.timedelta(days=SPREAD)
    Meeting.objects.filter(page=page).update(starts_at=began, status=Status.HELD)
    meeting = Meeting.objects.get(page=page)
    agencies = list(Agency.objects.active().order_by("pk")[:40])
    Assignment.objects.bulk_create(
        Assignment(
            meeting=meeting,
            agency=agencies[number % len(agencies)],
            task=f"کار شمارهٔ {number}",
            due_on=today() + dt.timedelta(days=number % SPREAD - SPREAD // 2),
        )
        for number in range(MANY)
    )


def opened(name: str) -> Callable[[], object]:
    """A screen of the admin, for somebody who sees all assignments."""
    user, _made = get_user_model().objects.get_or_create(
        username="bench-secretary", defaults={"is_superuser": True, "is_staff": True}
    )
    client, address = Client(), reverse(name)
    client.force_login(user)

    def call() -> object:
        response = client.get(address)
        assert response.status_code == 200, f"{address} answers {response.status_code}"
        return response

    return call
