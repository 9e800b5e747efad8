"""What of a post is left to be said beside the person's own title, which often says it already:
«رئیس شورا و رئیس مرکز روابط عمومی» of the chair, «سرپرست …» of an acting head."""

from wagtail_prcouncil.councils.models.appointment import Appointment
from wagtail_prcouncil.councils.states import Capacity, Role
from wagtail_prcouncil.persian.text import fold

# A chair's title may be that of another chair: a role alone counts where it is the council's.
OF_THE_COUNCIL = ("{} شورا", "{} of the council")


def seat_beside(stay: Appointment, language: str) -> str:
    """The seat's name; empty without a title of the person's own, and where that says it."""
    title, seat = stay.own_title_in(language), stay.seat
    name = seat.name_in(language)
    is_bare_role = not seat.label and seat.role != Role.MEMBER
    wordings = [form.format(name) for form in OF_THE_COUNCIL] if is_bare_role else [name]
    is_said = any(_says(title, words) for words in wordings)
    return "" if not title or is_said else name


def agency_beside(stay: Appointment, language: str) -> str:
    """The name of the agency that the person sits for; empty where the own title says it."""
    agency = stay.on_behalf_of
    name = agency.name_in(language) if agency else ""
    return "" if _says(stay.own_title_in(language), name) else name


def capacity_beside(stay: Appointment, language: str) -> str:
    """As what a person sits; empty for full holders, and where the title begins with it."""
    if stay.capacity == Capacity.FULL:
        return ""
    word = str(stay.get_capacity_display())
    begins = f"{fold(stay.own_title_in(language))} ".startswith(f"{fold(word)} ")
    return "" if begins else word


def _says(title: str, words: str) -> bool:
    return f" {fold(words)} " in f" {fold(title)} "
