"""A tab of the desk: when, where and on which occasion versions were made public."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, NamedTuple

from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.charters.actions.unveiling import unveil
from wagtail_prcouncil.charters.admin.occasions import OccasionField, offer_occasions
from wagtail_prcouncil.charters.admin.places import LISTING
from wagtail_prcouncil.charters.admin.reading import number_as_read
from wagtail_prcouncil.charters.admin.signatures import OfAVersion
from wagtail_prcouncil.charters.admin.tabs import CharterTab
from wagtail_prcouncil.charters.models import Charter, Unveiling
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.councils.admin.answers import Layout, VersionedForm
from wagtail_prcouncil.councils.admin.asking import Fact
from wagtail_prcouncil.councils.admin.reading import day_as_read
from wagtail_prcouncil.councils.occasions import day_of
from wagtail_prcouncil.fields import CanonicalCharField, CanonicalTextField
from wagtail_prcouncil.pages.numerals import in_numerals
from wagtail_prcouncil.ui.forms import form_field
from wagtail_prcouncil.ui.jalali.form_fields import AdminJalaliDateField


def badge(charter: Charter) -> str:
    """How many versions were unveiled; empty for none."""
    number = Unveiling.objects.filter(version__charter=charter).count()
    return in_numerals(number) if number else ""


class VersionUnveiled(NamedTuple):
    """A version, what is known of its unveiling (nothing where there was none), and where that is
    written, for those who may."""

    name: str
    facts: list[Fact]
    url: str


class UnveilingTab(CharterTab):
    """Version by version, the latest first."""

    slug = "unveiling"
    template_name = "prcouncil_charters/admin/unveiling.html"
    page_title = _("Unveiling")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        may = self.may("adopt")
        rows = Unveiling.objects.filter(version__charter=self.charter)
        known = {row.version_id: row for row in rows}
        unveiled = [
            VersionUnveiled(
                number_as_read(version),
                list(unveiling_facts(known[version.pk])) if version.pk in known else [],
                LISTING.place("unveil", version.pk) if may else "",
            )
            for version in self.versions
            if version.is_frozen
        ]
        return context | {"unveiled": unveiled}


def unveiling_facts(row: Unveiling) -> Iterator[Fact]:
    """When, where, on which occasion, and what readers are told of it."""
    yield Fact(_("Unveiled on"), day_as_read(row.unveiled_on))
    for name, value in (
        (_("Occasion"), row.occasion_title),
        (_("Place"), row.place),
        (_("Place in English"), row.place_en),
        (_("Note for readers"), row.note),
        (_("Note for readers in English"), row.note_en),
    ):
        if value:
            yield Fact(name, value)


class UnveilForm(VersionedForm):
    """When, where, on which occasion."""

    occasion = OccasionField(
        label=_("Occasion"), required=False, help_text=_("The meeting or the conference.")
    )
    on = AdminJalaliDateField(
        label=_("Unveiled on"),
        required=False,
        help_text=_("Left empty, it is the day of the occasion."),
    )
    place = form_field(CanonicalCharField(_("Place"), max_length=200, blank=True))
    place_en = form_field(CanonicalCharField(_("Place in English"), max_length=200, blank=True))
    note_for_readers = form_field(CanonicalTextField(_("Note for readers"), blank=True))
    note_for_readers_en = form_field(
        CanonicalTextField(_("Note for readers in English"), blank=True)
    )

    layout: ClassVar[Sequence[Layout]] = (
        Layout("when", "", [["occasion"], ["on"], ["place", "place_en"]]),
        Layout("note", _("What readers are told"), [["note_for_readers"], ["note_for_readers_en"]]),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_occasions(self, "occasion")

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if "on" in said and said["on"] is None:
            occasion = said.get("occasion")
            said["on"] = day_of(occasion) if occasion else None
            if said["on"] is None:
                self.add_error("on", gettext("Say on which day."))
        return said


class UnveilView(OfAVersion):
    """Said again, it corrects what was said."""

    right = Right.ADOPT
    slug = "unveiling"
    form_class = UnveilForm
    page_title = _("Record the unveiling")
    submit_button_label = _("Record it")

    @cached_property
    def known(self) -> Unveiling | None:
        return Unveiling.objects.filter(version=self.version).first()

    def get_initial(self) -> dict[str, Any]:
        said = super().get_initial()
        if self.known is None:
            return said
        return said | {
            "on": self.known.unveiled_on,
            "occasion": self.known.occasion_id,
            "place": self.known.place,
            "place_en": self.known.place_en,
            "note_for_readers": self.known.note,
            "note_for_readers_en": self.known.note_en,
        }

    def act(self, form: UnveilForm) -> str:
        unveil(self.version, **form.cleaned_data, by=self.by)
        told = {"version": number_as_read(self.version)}
        return gettext("Recorded: the unveiling of %(version)s.") % told

    def row_facts(self, row: Charter) -> Iterator[Fact]:
        yield from self.facts()
        known = Unveiling.objects.filter(version=self.version).first()
        yield from unveiling_facts(known) if known else ()
