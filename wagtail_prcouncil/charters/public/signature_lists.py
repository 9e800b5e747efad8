"""The signatures of a version number by number, as far as somebody asks for them."""

from functools import cached_property

from django.http import Http404, QueryDict

from wagtail_prcouncil.charters.models.signature import Signature, SignatureQuerySet
from wagtail_prcouncil.charters.public.questions import SignatureQuestion
from wagtail_prcouncil.charters.public.reading import Reading
from wagtail_prcouncil.charters.public.signatures import COUNTRY
from wagtail_prcouncil.directory.models import Agency, Province
from wagtail_prcouncil.directory.public.register_filter import COUNTRY_LABEL
from wagtail_prcouncil.persian.digits import to_ascii

PER_WINDOW = 100
HIGHEST = 9  # digits of a number


class SignatureList:
    """Those that were withdrawn stand in it, too, and say so. `?after=100` begins with the number
    that follows, so that a link to a window keeps showing what it showed. Raises Http404 for a
    number that cannot be read."""

    def __init__(self, reading: Reading, asked: QueryDict) -> None:
        if reading.version is None:
            raise Http404("A draft is not signed.")
        self.reading, self.version = reading, reading.version
        self._after = _number(asked)
        language = reading.language.code
        provinces = [(row.slug, row.name_in(language)) for row in self._provinces]
        agencies = [(row.code, row.name_in(language)) for row in self._agencies]
        everywhere = (COUNTRY, str(COUNTRY_LABEL))
        self.form = SignatureQuestion(asked, [*provinces, everywhere], agencies)

    @property
    def is_beginning(self) -> bool:
        return self._after is None

    @property
    def is_narrowed(self) -> bool:
        return bool(self.form.chosen)

    @cached_property
    def _agencies(self) -> list[Agency]:
        """That signed."""
        signed = self.version.signatures.order_by().values("agency")
        named = ("id", "code", "name", "name_en", "province")
        return list(Agency.objects.filter(pk__in=signed).by_name().only(*named))

    @cached_property
    def _provinces(self) -> list[Province]:
        """From which somebody signed."""
        keys = {row.province_id for row in self._agencies}
        return list(Province.objects.filter(pk__in=keys).by_name())

    @cached_property
    def _rows(self) -> list[Signature]:
        rows = self._asked().with_people().order_by("number")
        if self._after is not None:
            rows = rows.filter(number__gt=self._after)
        return list(rows[: PER_WINDOW + 1])

    def _asked(self) -> SignatureQuerySet:
        rows = self.version.signatures.all()
        chosen = self.form.chosen
        if province := chosen.get("province"):
            is_everywhere = province == COUNTRY
            where = {"province": None} if is_everywhere else {"province__code": province.upper()}
            rows = rows.filter(**{f"agency__{name}": value for name, value in where.items()})
        if agency := chosen.get("agency"):
            rows = rows.filter(agency__code=agency)
        if method := chosen.get("method"):
            rows = rows.filter(method=method)
        return rows

    @property
    def shown(self) -> list[Signature]:
        return self._rows[:PER_WINDOW]

    @property
    def next_url(self) -> str:
        """Of the window that follows; empty at the end."""
        if len(self._rows) <= PER_WINDOW:
            return ""
        return f"?{self._kept}after={self.shown[-1].number}"

    @property
    def first_url(self) -> str:
        """Of the beginning, for whoever is not there."""
        return "" if self.is_beginning else f"?{self.form.query}"

    @property
    def _kept(self) -> str:
        return f"{self.form.query}&" if self.form.query else ""


def _number(asked: QueryDict) -> int | None:
    """In any digits; None where none was asked for."""
    if "after" not in asked:
        return None
    text = to_ascii(str(asked["after"]))
    if not (text.isascii() and text.isdecimal() and len(text) <= HIGHEST):
        raise Http404("No such number.")
    return int(text)
