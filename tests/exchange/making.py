"""A small kind of import."""

from collections.abc import Sequence
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, Permission, User
from django.core.exceptions import ValidationError
from wagtail.models import Locale

from wagtail_prcouncil.exchange.columns import DayColumn, ImportColumn
from wagtail_prcouncil.exchange.kinds import (
    Check,
    ImportKind,
    Line,
    LinesChangedError,
    Outcome,
    Step,
    parse_line,
)
from wagtail_prcouncil.exchange.states import LineState


def _code(text: str) -> str:
    if not text.isascii():
        raise ValidationError("no code")
    return text


class LocaleImport(ImportKind):
    """Languages by code: the smallest rows that every site has."""

    name = "locales"
    label = "locales"
    permissions = ("wagtailcore.add_locale",)
    required = ("code",)
    passed_over: ClassVar = ("remarks",)

    def columns(self) -> Sequence[ImportColumn]:
        return [
            ImportColumn("code", "code", _code, aliases=("کد",), example="tr"),
            DayColumn("since", "since", aliases=("از تاریخ",)),
        ]

    def check(self, lines: Sequence[Line], *, by: AbstractBaseUser | None = None) -> Check:
        known = set(Locale.objects.values_list("language_code", flat=True))
        outcomes, steps = [], []
        for place, line in enumerate(lines):
            values, errors = parse_line(self.columns(), line)
            outcome = Outcome(line.number, values.get("code", ""))
            outcomes.append(outcome)
            for column, sentence in errors:
                outcome.refuse(column, sentence)
            if not errors and values["code"] not in known:
                outcome.state = LineState.NEW
                outcome.changes = [("code", "", values["code"])]
                steps.append(Step(place, "write", 0))
        return Check(outcomes, steps)

    def apply(
        self,
        lines: Sequence[Line],
        steps: Sequence[Step],
        expected: Sequence[Outcome],
        *,
        by: AbstractBaseUser | None,
    ) -> None:
        for step in steps:
            code = lines[step.place].cells["code"][0]
            if Locale.objects.filter(language_code=code).exists():
                raise LinesChangedError({step.place: "exists"})
            Locale.objects.create(language_code=code)


def importer(name: str = "importer") -> User:
    user = User.objects.create_user(name)
    user.user_permissions.add(
        Permission.objects.get(codename="add_locale", content_type__app_label="wagtailcore")
    )
    return User.objects.get(pk=user.pk)
