"""What editors write of a council, and what is told beside the field."""

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.days import check_day
from wagtail_prcouncil.councils.quorum import wrong_quorum
from wagtail_prcouncil.councils.states import Level, QuorumKind
from wagtail_prcouncil.directory.new_use import RefusesClosedAgencies
from wagtail_prcouncil.pages.numerals import in_numerals
from wagtail_prcouncil.persian.dates import TEHRAN
from wagtail_prcouncil.ui.dates import displayed
from wagtail_prcouncil.ui.forms import PRCouncilPageForm
from wagtail_prcouncil.ui.languages import page_language

BELOW_ITSELF = _("A council cannot stand above itself.")


class CouncilPageForm(RefusesClosedAgencies, PRCouncilPageForm):
    """A council's page."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("quorum_kind") and "quorum_value" not in self.errors:
            self._check_quorum(cleaned["quorum_kind"], cleaned.get("quorum_value"))
        if cleaned.get("founded_on"):
            self._check_founding(cleaned["founded_on"])
        if cleaned.get("level") == Level.PROVINCE and not cleaned.get("province"):
            self.add_error("province", _("Say of which province."))
        if self._stands_above_itself(cleaned.get("parent_council")):
            self.add_error("parent_council", BELOW_ITSELF)
        return cleaned

    def _check_quorum(self, kind: str, value: int | None) -> None:
        """A number is compared with the voting seats there are where it is written, not with each
        later change of these."""
        wrong = wrong_quorum(kind, value)
        if wrong:
            self.add_error("quorum_value", str(wrong))
        elif kind == QuorumKind.NUMBER and {"quorum_kind", "quorum_value"} & {*self.changed_data}:
            seats = self._home().seats.voting().on(_today()).count() if self.instance.pk else 0
            if seats and value is not None and value > seats:
                sentence = gettext("This council has %(seats)s voting seats.")
                self.add_error("quorum_value", sentence % {"seats": in_numerals(seats)})

    def _check_founding(self, founded: dt.date) -> None:
        """Nobody sat there before it was founded. What stands there already is not asked again:
        older records may say more later."""
        try:
            check_day(founded)
        except ValidationError as error:
            self.add_error("founded_on", error)
            return
        if founded > _today():
            self.add_error("founded_on", gettext("This day lies in the future."))
        elif self.instance.pk and "founded_on" in self.changed_data:
            first = _first_fact(self._home())
            if first is not None and founded > first:
                day = displayed(first, "long", page_language(None))
                sentence = gettext("It has seats, members or terms since %(day)s.")
                self.add_error("founded_on", sentence % {"day": day})

    def _home(self) -> Any:
        """The page on which the council's facts hang."""
        return self.instance.original()

    def _stands_above_itself(self, above: Any) -> bool:
        """Whether the way up from the chosen council leads back here; a few steps at most."""
        seen: set[Any] = set()
        while above is not None and above.translation_key not in seen:
            if above.translation_key == self.instance.translation_key:
                return True
            seen.add(above.translation_key)
            above = getattr(above.specific.original(), "parent_council", None)
        return False


def _first_fact(home: Any) -> dt.date | None:
    """The first day of any of its seats, surely of its stays, and of its terms."""
    seats = home.seats.aggregate(seat=Min("since"), stay=Min("appointments__surely_since"))
    days = [*seats.values(), *home.terms.aggregate(Min("since")).values()]
    return min((day for day in days if day is not None), default=None)


def _today() -> dt.date:
    return timezone.now().astimezone(TEHRAN).date()
