"""Where a charter and its versions stand, as the desk and the lists print it."""

from collections.abc import Iterator, Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.charters.models import Charter, CharterPage, CharterVersion
from wagtail_prcouncil.charters.states import Standing, VersionState
from wagtail_prcouncil.councils.admin.asking import Fact
from wagtail_prcouncil.councils.admin.desk import DONE, NOTHING, STOPPED, WAITS, AxisShown
from wagtail_prcouncil.councils.admin.reading import day_as_read
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.pages.numerals import in_digits

TONES = {
    Standing.DRAFT: WAITS,
    Standing.AWAITING: WAITS,
    Standing.IN_FORCE: DONE,
    Standing.SUPERSEDED: NOTHING,
    Standing.REPEALED: STOPPED,
}


def number_as_read(version: CharterVersion) -> str:
    """«نسخهٔ ۲»."""
    return gettext("version %(number)s") % {"number": in_digits(version.number)}


def draft_among(versions: Sequence[CharterVersion]) -> CharterVersion | None:
    return next((row for row in versions if row.state == VersionState.DRAFT), None)


def leading_among(versions: Sequence[CharterVersion]) -> CharterVersion | None:
    """The one that is in force, else the last that was adopted. `versions` begin with the
    latest."""
    adopted = [row for row in versions if row.is_frozen]
    ruling = (row for row in adopted if row.standing == Standing.IN_FORCE)
    return next(ruling, None) or next(iter(adopted), None)


def standing_as_read(version: CharterVersion | None) -> str:
    """«نسخهٔ ۲، جاری»; of none, that nothing was adopted."""
    if version is None:
        return gettext("not adopted yet")
    told = {"version": number_as_read(version), "standing": version.standing.label}
    return gettext("%(version)s, %(standing)s") % told


def time_in_force(version: CharterVersion) -> str:
    """Since when, and until when where that is known; empty for a draft."""
    since = day_as_read(version.in_force_from)
    if version.in_force_until is None:
        return gettext("since %(since)s") % {"since": since} if since else ""
    told = {"since": since, "until": day_as_read(version.in_force_until)}
    return gettext("from %(since)s until the day before %(until)s") % told


def carried_as_read(version: CharterVersion) -> str:
    """By consensus, or with how many votes; empty for a draft."""
    if not version.is_frozen:
        return ""
    if version.by_consensus:
        return gettext("by consensus")
    told = {
        "for": in_digits(version.votes_for or 0),
        "against": in_digits(version.votes_against or 0),
        "abstained": in_digits(version.abstentions or 0),
    }
    return gettext("%(for)s for, %(against)s against, %(abstained)s abstentions") % told


def axes_as_read(charter: Charter, versions: Sequence[CharterVersion]) -> list[AxisShown]:
    """What holds, what is being written, whether it is to be revised, and the page."""
    leading, draft = leading_among(versions), draft_among(versions)
    standing = leading.standing if leading else None
    axes = [
        AxisShown(_("Text"), standing_as_read(leading), TONES[standing] if standing else NOTHING),
    ]
    if draft is not None:
        axes.append(AxisShown(_("Open draft"), number_as_read(draft), WAITS))
    if charter.review_due_on is not None:
        is_due = charter.review_due_on <= today()
        day = day_as_read(charter.review_due_on)
        axes.append(AxisShown(_("To be revised by"), day, STOPPED if is_due else NOTHING))
    return [*axes, _page_as_read(charter.page, is_written=draft is not None)]


def _page_as_read(page: CharterPage, *, is_written: bool) -> AxisShown:
    """Adopting publishes nothing: until somebody does, the editor's lists name the page as before.
    While a text is written, that it differs is no news."""
    if not page.live:
        return AxisShown(_("Page"), pgettext("page", "draft"), WAITS)
    if page.has_unpublished_changes and not is_written:
        said = pgettext("page", "published, with changes that are not")
        return AxisShown(_("Page"), said, WAITS)
    return AxisShown(_("Page"), pgettext("page", "published"), DONE)


def charter_facts(charter: Charter, versions: Sequence[CharterVersion]) -> Iterator[Fact]:
    """What is so of it, line by line."""
    yield Fact(_("Council"), charter.council.title)
    yield Fact(_("Kind"), charter.get_kind_display())
    for axis in axes_as_read(charter, versions):
        yield Fact(axis.name, axis.value)


def pages_of(charter: Charter) -> QuerySet[CharterPage]:
    """Its pages in all languages, the oldest first."""
    rows = CharterPage.objects.filter(translation_key=charter.key, alias_of=None)
    return rows.select_related("locale").order_by("pk")


def draft_as_read(versions: Sequence[CharterVersion]) -> str:
    """Which version is being written; empty for none."""
    draft = draft_among(versions)
    return number_as_read(draft) if draft else ""
