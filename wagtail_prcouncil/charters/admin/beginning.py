"""“New charter” in the admin."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import BaseLogEntry

from wagtail_prcouncil.charters.actions.starting import start
from wagtail_prcouncil.charters.admin.places import LISTING
from wagtail_prcouncil.charters.models import Charter
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.charters.states import Kind
from wagtail_prcouncil.councils.admin.answers import (
    Answers,
    CouncilField,
    Layout,
    councils_within,
    told_beside_the_council,
)
from wagtail_prcouncil.councils.admin.once import MakesOnce, pages_of
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.fields import CanonicalCharField
from wagtail_prcouncil.ui.forms import form_field


class StartForm(Answers, forms.Form):
    """Whose charter it is, what it is called, and of which kind."""

    council = CouncilField(
        label=_("Council"), queryset=CouncilPage.objects.none(), empty_label=_("Choose one")
    )
    title = form_field(CanonicalCharField(_("Title"), max_length=255))
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices, widget=forms.RadioSelect)
    layout: ClassVar[Sequence[Layout]] = (Layout("what", "", [["council"], ["title"], ["kind"]]),)

    def __init__(self, *args: Any, councils: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["council"].queryset = councils
        self.fields["title"].widget.attrs["maxlength"] = 255


class StartView(MakesOnce):
    """A page as a draft, what is so of it, and its first version; then its text is written."""

    right = Right.ADD
    form_class = StartForm
    listing = LISTING
    page_title = _("New charter")
    header_icon = "doc-full-inverse"
    submit_button_label = _("Begin the charter")
    made: Charter | None = None

    def get_form_kwargs(self) -> dict[str, Any]:
        own = councils_within(self.scope).filter(closed_on=None)
        return super().get_form_kwargs() | {"councils": own}

    def get_initial(self) -> dict[str, Any]:
        return {"council": self.request.GET.get("council"), "kind": Kind.COVENANT}

    def act(self, form: StartForm) -> str:
        said = form.cleaned_data
        with told_beside_the_council():
            self.made = start(said["council"], said["title"], said["kind"], by=self.by)
        return gettext("“%(title)s” is begun. Write its text here.") % {"title": said["title"]}

    def lead_to(self, entries: Sequence[BaseLogEntry]) -> None:
        self.made = Charter.objects.filter(page__in=pages_of(entries)).first()

    def get_success_url(self) -> str:
        if self.made is None:
            return LISTING.place()
        return reverse("wagtailadmin_pages:edit", args=[self.made.page_id])
