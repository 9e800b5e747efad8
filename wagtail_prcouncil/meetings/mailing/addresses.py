"""Where the links in mail of meetings lead: full addresses, since a mail stands on no site."""

from urllib.parse import urlsplit

from django.urls import NoReverseMatch, reverse
from wagtail.admin.utils import get_admin_base_url

from wagtail_prcouncil.meetings.files import files_are_served
from wagtail_prcouncil.meetings.models import MeetingPage


def page_address(page: MeetingPage, part: str = "meeting") -> str:
    """Of the page or of a part of it, by the name of its route; empty for a page that nobody can
    open: a draft, or one without a site."""
    address = page.get_full_url() if page.live else None
    return f"{address.rstrip('/')}/{page.reverse_subpage(part)}" if address else ""


def calendar_address(page: MeetingPage) -> str:
    """Of the iCalendar file; empty where readers would not get it."""
    address = page_address(page, "meeting_calendar") if files_are_served() else ""
    return address.rstrip("/")


def owed_address() -> str:
    """Of what an agency's login finds there: the reports and assignments that it owes."""
    return admin_address("prcouncil_owed:index")


def admin_address(name: str, *keys: int) -> str:
    """Of a screen of the admin; empty where the site does not say where its admin is."""
    parts = urlsplit(get_admin_base_url() or "")
    try:
        path = reverse(name, args=keys)
    except NoReverseMatch:
        return ""
    return f"{parts.scheme}://{parts.netloc}{path}" if parts.netloc else ""
