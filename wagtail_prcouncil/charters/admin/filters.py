"""What narrows the list of charters."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from wagtail_prcouncil.charters.admin.policies import CHARTERS, SEEING
from wagtail_prcouncil.charters.models import Charter
from wagtail_prcouncil.charters.states import Kind
from wagtail_prcouncil.councils.admin.answers import councils_within
from wagtail_prcouncil.councils.admin.filters import CouncilFilter
from wagtail_prcouncil.councils.models import CouncilPage

IN_FORCE, AWAITING, DRAFT, NEVER, ENDED, REVISE = (
    "in_force",
    "awaiting",
    "draft",
    "never",
    "ended",
    "revise",
)


def councils(request: HttpRequest) -> QuerySet[CouncilPage]:
    """Those of whose charters the user sees anything."""
    return councils_within(CHARTERS.scope_of_any(request.user, SEEING))


class CharterFilterSet(WagtailFilterSet):
    """By council, kind, and where the text stands."""

    council = CouncilFilter(CHARTERS, queryset=councils)
    kind = django_filters.MultipleChoiceFilter(
        label=_("Kind"), choices=Kind.choices, widget=forms.CheckboxSelectMultiple
    )
    standing = django_filters.ChoiceFilter(
        label=_("Standing"),
        choices=[
            (IN_FORCE, _("in force")),
            (AWAITING, _("adopted, not yet in force")),
            (ENDED, _("repealed")),
            (NEVER, _("not adopted yet")),
            (DRAFT, _("with an open draft")),
            (REVISE, _("due for revision")),
        ],
        widget=forms.RadioSelect,
        empty_label=_("All"),
        method="by_standing",
    )

    class Meta:
        model = Charter
        fields: tuple[str, ...] = ()

    def by_standing(self, rows: Any, name: str, standing: str) -> QuerySet[Charter]:
        narrowed: dict[str, Any] = {
            IN_FORCE: rows.in_force,
            AWAITING: rows.awaiting,
            ENDED: rows.ended,
            NEVER: rows.never_adopted,
            DRAFT: rows.with_draft,
            REVISE: rows.due_for_revision,
        }
        found: QuerySet[Charter] = narrowed[standing]()
        return found
