"""A tab of the desk: what is so of a charter beside its text."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.charters.actions.particulars import set_particulars
from wagtail_prcouncil.charters.admin.reading import charter_facts, pages_of
from wagtail_prcouncil.charters.admin.tabs import CharterAskingTab
from wagtail_prcouncil.charters.models import Charter
from wagtail_prcouncil.charters.states import Kind
from wagtail_prcouncil.councils.admin.answers import CouncilsField, Layout, VersionedForm
from wagtail_prcouncil.councils.admin.asking import Fact
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.ui.jalali.form_fields import AdminJalaliDateField
from wagtail_prcouncil.ui.languages import language_name


class ParticularsForm(VersionedForm):
    """`languages` are those that the charter has a page in, code and name; `others` the councils
    that could share it."""

    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices)
    authoritative = forms.ChoiceField(
        label=_("Language that decides"),
        help_text=_("Where the languages of the text differ, this one holds."),
    )
    review_due_on = AdminJalaliDateField(
        label=_("To be revised by"),
        required=False,
        help_text=_("The dashboard reminds you of it."),
    )
    partners = CouncilsField(
        label=_("Shared with"),
        queryset=CouncilPage.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Other councils that adopt it together with the one that keeps it."),
    )

    layout: ClassVar[Sequence[Layout]] = (
        Layout("what", "", [["kind", "authoritative"], ["review_due_on"]]),
        Layout("shared", _("Councils that share it"), [["partners"]]),
    )

    def __init__(
        self,
        *args: Any,
        languages: Sequence[tuple[str, str]],
        others: QuerySet[CouncilPage],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["authoritative"].choices = languages
        self.fields["partners"].queryset = others


class ParticularsTab(CharterAskingTab):
    """Kind, languages, councils, and by when it is to be revised."""

    slug = "particulars"
    template_name = "prcouncil_charters/admin/particulars.html"
    page_title = _("Particulars")
    submit_button_label = _("Save the particulars")
    form_class = ParticularsForm

    def get_form_kwargs(self) -> dict[str, Any]:
        languages = [
            (page.locale.language_code, language_name(page.locale.language_code))
            for page in pages_of(self.charter)
        ]
        own = {"languages": languages, "others": other_councils(self.charter)}
        return super().get_form_kwargs() | own

    def get_initial(self) -> dict[str, Any]:
        stored = {
            name: getattr(self.charter, name) for name in ("kind", "authoritative", "review_due_on")
        }
        partners = list(self.charter.partners.values_list("council_id", flat=True))
        return super().get_initial() | stored | {"partners": partners}

    def act(self, form: ParticularsForm) -> str:
        set_particulars(self.charter, **form.cleaned_data, by=self.by)
        return gettext("The particulars are saved.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told = [] if self.may("change") else list(self._told())
        return super().get_context_data(**kwargs) | {"told": told}

    def _told(self) -> Iterator[Fact]:
        yield from charter_facts(self.charter, self.versions)
        if names := [row.council.title for row in self.charter.partners.select_related("council")]:
            yield Fact(_("Shared with"), "، ".join(names))


def other_councils(charter: Charter) -> QuerySet[CouncilPage]:
    """Those that could share it, and those that do, even if they were closed since."""
    rows = CouncilPage.objects.originals().exclude(translation_key=charter.council.translation_key)
    sharing = charter.partners.values("council")
    return (rows.filter(closed_on=None) | rows.filter(pk__in=sharing)).order_by("path")
