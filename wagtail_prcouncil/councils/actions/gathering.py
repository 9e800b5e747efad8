"""Facts of a council follow to the page that is its original from now on (rule A18)."""

from collections.abc import Sequence

from wagtail.log_actions import log

from wagtail_prcouncil.councils.caches import forget_after_commit
from wagtail_prcouncil.councils.models import CouncilPage, Seat, Term
from wagtail_prcouncil.pages.originals import default_language


def gathered(group: Sequence[CouncilPage]) -> CouncilPage:
    """The page of the group on which its facts hang afterwards, for whoever has locked the group.

    A council may be written in English first. Its seats and terms move to the page in the default
    language when readers first see that one, with the council's end. Appointments and elections
    hang on seats.
    """
    keys = _with_facts(group)
    home = min(group, key=lambda page: (not _is_preferred(page), page.pk not in keys, page.pk))
    stranded = [page for page in group if page.pk in keys and page.pk != home.pk]
    if stranded:
        if home.pk not in keys:
            _tell_end(stranded[0], home)
        _move([page.pk for page in stranded], home)
    return home


def pass_on_end(home: CouncilPage) -> None:
    """Of a council that is closed: all its pages know, for whichever is left when others are
    deleted is the original. `home` is locked."""
    if home.closed_on is not None:
        said = {name: getattr(home, name) for name in CouncilPage.live_fields}
        group = CouncilPage.objects.filter(translation_key=home.translation_key)
        group.exclude(pk=home.pk).update(**said)


def _with_facts(group: Sequence[CouncilPage]) -> set[int]:
    """Keys of the pages on which seats or terms hang. One query."""
    found = [
        rows.filter(council__in=group).order_by().values_list("council", flat=True)
        for rows in (Seat.objects.all(), Term.objects.all())
    ]
    return set(found[0].union(found[1]).order_by())


def _is_preferred(page: CouncilPage) -> bool:
    """As `CouncilQuerySet.original_first` has it."""
    was_shown = page.live or page.first_published_at is not None
    return was_shown and page.locale.language_code == default_language()


def _tell_end(before: CouncilPage, home: CouncilPage) -> None:
    """Made after the council was closed, a translation does not know of it."""
    said = {name: getattr(before, name) for name in CouncilPage.live_fields}
    CouncilPage.objects.filter(pk=home.pk).update(**said)
    for name, value in said.items():
        setattr(home, name, value)


def _move(pages: Sequence[int], home: CouncilPage) -> None:
    seats = Seat.objects.filter(council__in=pages).update(council=home)
    # Two terms of one number would be a contradiction: the one at home stands.
    numbers = list(home.terms.values_list("number", flat=True))
    terms = Term.objects.filter(council__in=pages).exclude(number__in=numbers)
    moved = {"from": list(pages), "seats": seats, "terms": terms.update(council=home)}
    log(home, "prcouncil_councils.gather", data=moved)
    forget_after_commit(home)
