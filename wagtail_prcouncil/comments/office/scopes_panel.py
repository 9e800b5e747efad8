"""Whose comments a group moderates, in the form of the group."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.formsets import BaseFormSetMixin
from wagtail.admin.widgets import AdminPageChooser
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page

from wagtail_prcouncil.comments.actions.scoping import set_scopes
from wagtail_prcouncil.ui.forms import TakesAnyKey


class ScopeForm(forms.Form):
    """One page or section."""

    page = TakesAnyKey(
        label=_("Page or section"),
        queryset=Page.objects.all(),
        widget=AdminPageChooser(show_edit_link=False, can_choose_root=True),
    )


class BaseScopeFormSet(BaseFormSetMixin, forms.BaseFormSet):
    """All pages and sections of the group."""

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        instance: Group | None = None,
        prefix: str = "moderation_scopes",
    ) -> None:
        self.instance = instance or Group()
        held = (
            self.instance.moderation_scopes.select_related("page").order_by("page__path")
            if self.instance.pk
            else ()
        )
        initial = [{"page": scope.page} for scope in held]
        super().__init__(data, files, initial=initial, prefix=prefix)

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        """A row that was added and left empty is told of: without it the group moderates less than
        whoever added it thinks."""
        return super().get_form_kwargs(index) | {"empty_permitted": False}

    def clean(self) -> None:
        pages = self._pages()
        if len({page.pk for page in pages}) != len(pages):
            raise ValidationError(_("A page or section stands here twice."))

    def save(self) -> None:
        # The form of groups hands on no request.
        set_scopes(self.instance, self._pages(), by=get_active_log_context().user)

    def as_admin_panel(self) -> SafeString:
        return render_to_string("prcouncil_comments/office/scopes_panel.html", {"formset": self})

    def _pages(self) -> list[Page]:
        """Without those that are taken away, and rows that nobody filled in."""
        return [
            form.cleaned_data["page"]
            for form in self.forms
            if form not in self.deleted_forms and form.cleaned_data.get("page")
        ]


ScopeFormSet = forms.formset_factory(
    ScopeForm, formset=BaseScopeFormSet, extra=0, can_delete=True, max_num=200, validate_max=True
)


def panel() -> type[forms.BaseFormSet]:
    return ScopeFormSet
