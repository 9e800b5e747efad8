"""What the forms of councils have in common: rows of the right councils, days that a calendar has,
fields in groups."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Any, ClassVar, NamedTuple

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.forms.boundfield import BoundField
from django.forms.models import ModelChoiceIterator, construct_instance
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.days import check_day
from wagtail_prcouncil.councils.models import CouncilPage, Seat
from wagtail_prcouncil.councils.rules import CouncilError
from wagtail_prcouncil.councils.scopes import Scope, within
from wagtail_prcouncil.ui.forms import PRCouncilModelForm, TakesAnyKey, TakesAnyKeys


def councils_within(scope: Scope) -> QuerySet[CouncilPage]:
    """Originals, in the order of the tree."""
    # By an expression: SQLite would go through all pages in the order of an index on paths, to find
    # some councils among them.
    return within(CouncilPage.objects.originals(), scope).order_by(Lower("path"))


def seats_within(scope: Scope) -> QuerySet[Seat]:
    """Council by council, each in its own order."""
    rows = within(Seat.objects.all(), scope, "council").select_related("council", "agency")
    return rows.in_order().order_by("council__path", "rank", "sort_order", "pk")


def take_any_digits(field: forms.Field) -> None:
    """A browser's own input of numbers takes ASCII digits only: «۹» leaves it empty."""
    field.widget = forms.TextInput({"inputmode": "numeric", "dir": "ltr"})


def version_field() -> forms.IntegerField:
    """Which version of a row was read, of rows that others may change, too. One that is missing or
    no number is told by the screen, like a row that somebody has changed."""
    return forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)


class CouncilField(TakesAnyKey):
    """One of the councils that a user may keep."""

    def label_from_instance(self, row: CouncilPage) -> str:
        return row.title


class CouncilsField(TakesAnyKeys):
    """Councils by the names of their originals."""

    def label_from_instance(self, row: CouncilPage) -> str:
        return row.title


class ByCouncil(ModelChoiceIterator):
    """Seats below the names of their councils."""

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        if self.field.empty_label is not None:
            yield "", self.field.empty_label
        for council, seats in groupby(self.queryset, key=lambda seat: seat.council):
            yield council.title, [self.choice(seat) for seat in seats]


class SeatField(TakesAnyKey):
    """One of the seats of these councils."""

    iterator = ByCouncil

    def label_from_instance(self, row: Seat) -> str:
        return row.name_as_read()


class Part(NamedTuple):
    """Fields under a heading; a folded one holds what few need."""

    slug: str
    heading: str | Promise
    rows: list[list[BoundField]]
    is_folded: bool


class Layout(NamedTuple):
    """Of a part, before it is filled; each row is a line of fields."""

    slug: str
    heading: str | Promise
    rows: Sequence[Sequence[str]]
    is_folded: bool = False


@contextmanager
def told_beside_the_council() -> Iterator[None]:
    """Of a council whose rows a user keeps without the right to add pages: the form says so, and
    keeps what was typed."""
    try:
        yield
    except PermissionDenied as error:
        sentence = gettext("Your rights do not let you add pages below this council.")
        raise CouncilError(sentence, field="council") from error


class Answers(forms.BaseForm):
    """Mixed into a form whose answers go to an action."""

    layout: ClassVar[Sequence[Layout]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.DateField):
                field.validators = [*field.validators, check_day]
            if type(field.widget) is forms.NumberInput:
                take_any_digits(field)

    def parts(self) -> list[Part]:
        """As the screen shows them; one where nothing was laid out."""
        if not self.layout:
            rows = [[field] for field in self.visible_fields()]
            return [Part("answers", "", rows, False)] if rows else []
        return [part for one in self.layout if (part := self._part(one)).rows]

    def _part(self, one: Layout) -> Part:
        rows = [[self[name] for name in row if name in self.fields] for row in one.rows]
        shown = [field for row in rows for field in row]
        said = any(field.errors or _differs(field) for field in shown)
        return Part(one.slug, one.heading, [row for row in rows if row], one.is_folded and not said)

    def ask(self, name: str, label: str, sentence: str) -> None:
        """Whether what may be a slip is meant: a box that stands there only now. The sentence says
        why; whoever ticks the box and sends the form once more is believed."""
        field = forms.BooleanField(label=label, required=False)
        self.fields[name] = field
        if not field.widget.value_from_datadict(self.data, self.files, self.add_prefix(name)):
            self.add_error(name, sentence)


def _differs(field: BoundField) -> bool:
    """Whether anything stands there that is not the blank form's own."""
    return str(field.value() or "") != str(field.field.initial or "")


class AnswersForm(Answers, PRCouncilModelForm):
    """Of a row's own fields. Lengths and spellings are the model's to check; rules are the
    action's, which also saves."""

    def _post_clean(self) -> None:
        said = (self._meta.fields, self._meta.exclude)
        self.instance = construct_instance(self, self.instance, *said)
        try:
            self.instance.clean_fields(exclude=self._get_validation_exclusions())
        except ValidationError as error:
            self._update_errors(error)


class VersionedForm(Answers, forms.Form):
    """Of a change to a row that others may change, too."""

    version = version_field()


class OfACouncilForm(AnswersForm):
    """Of a row that hangs on a council. In whose council is said once, when the row is made; later
    the form tells which version was read."""

    council = CouncilField(label=_("Council"), queryset=CouncilPage.objects.none())
    version = version_field()

    def __init__(self, *args: Any, scope: Scope, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["council"]
        else:
            del self.fields["version"]
            self.fields["council"].queryset = councils_within(scope)
            self.fields["council"].empty_label = _("Choose one")
