"""Readers find published minutes as PDF without anybody asking for the files."""

from functools import partial

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from wagtail_prcouncil.meetings.models.meeting import Meeting
from wagtail_prcouncil.meetings.models.queryset import meeting_pages
from wagtail_prcouncil.meetings.printed.kinds import Audience, Print, key_of
from wagtail_prcouncil.printing import pdf
from wagtail_prcouncil.printing.actions import PrintingError, ask

PUBLISHED = (Print.MINUTES, Print.RESOLUTIONS)
"""What readers get with the minutes."""


def ask_after_commit(meeting: Meeting, by: AbstractBaseUser | None) -> None:
    """In each language in which readers see the meeting, once it is certain that its minutes are
    published. Nothing where the site makes no PDF files; what fails is logged, and can be asked for
    on the desk."""
    if pdf.is_installed():
        transaction.on_commit(partial(_ask, meeting, by), robust=True)


def _ask(meeting: Meeting, by: AbstractBaseUser | None) -> None:
    pages = meeting_pages().live().filter(translation_key=meeting.key, alias_of=None)
    for language in list(pages.values_list("locale__language_code", flat=True)):
        for kind in PUBLISHED:
            try:
                ask(key_of(meeting.pk, kind, Audience.READERS), language, by=by)
            except PrintingError:
                continue  # minutes without a public part, or without resolutions
