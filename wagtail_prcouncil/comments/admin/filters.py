"""What narrows the queue."""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import partial
from hashlib import blake2b
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, QueryDict
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from wagtail_prcouncil.comments.admin.phrases import called
from wagtail_prcouncil.comments.models import CannedReply, ReaderComment, RuleHit, Thread
from wagtail_prcouncil.comments.models.comment import ReaderCommentQuerySet
from wagtail_prcouncil.comments.scopes import Scope, within
from wagtail_prcouncil.comments.states import Hold, Script, Status
from wagtail_prcouncil.pages.facets import names_of
from wagtail_prcouncil.persian.digits import to_ascii
from wagtail_prcouncil.persian.jalali import TEHRAN
from wagtail_prcouncil.persian.sorting import sort_key
from wagtail_prcouncil.persian.text import fold
from wagtail_prcouncil.ui.jalali.filters import FIRST_DAY
from wagtail_prcouncil.ui.jalali.form_fields import AdminJalaliDateField
from wagtail_prcouncil.ui.keeping import Parts, may_keep

ALL = "all"
FORM = "prcouncil_comments/admin/queue_filters.html"
KEPT_FOR = 60  # seconds for which names of sections, agencies and colleagues may be behind
MOST_WORDS = 8
LONGEST_SEARCH = 200
_LARGEST_KEY = 2**63 - 1

AGES = [("1", _("a day")), ("3", _("three days")), ("7", _("a week")), ("30", _("thirty days"))]
HAS = [
    ("mine", _("I am looking at")),
    ("reported", _("reported by readers")),
    ("email", _("with an email address")),
    ("links", _("with links")),
]


class KeyField(forms.IntegerField):
    """A primary key in an address, in any digits."""

    def __init__(self) -> None:
        super().__init__(
            required=False, min_value=1, max_value=_LARGEST_KEY, widget=forms.HiddenInput
        )

    def to_python(self, value: Any) -> int | None:
        return super().to_python(to_ascii(value) if isinstance(value, str) else value)


class QueueFilters(forms.Form):
    """All of them narrow together. One that cannot be read is complained of and narrows nothing.

    `page`, `sender` and `same` are keys that links carry: comments on that page, from the
    network address of that comment, in the words of that comment.
    """

    q = forms.CharField(label=_("Search"), required=False, max_length=LONGEST_SEARCH)
    status = forms.ChoiceField(
        label=_("Status"), required=False, choices=[*Status.choices, (ALL, _("all"))]
    )
    hold = forms.ChoiceField(
        label=_("Seen by rules"), required=False, choices=[("", _("anything")), *Hold.choices]
    )
    section = forms.TypedChoiceField(label=_("Section"), required=False, coerce=int)
    agency = forms.TypedChoiceField(label=_("Agency"), required=False, coerce=int)
    posted_from = AdminJalaliDateField(label=_("From the day"), required=False)
    posted_to = AdminJalaliDateField(label=_("To the day"), required=False)
    older = forms.TypedChoiceField(
        label=_("Waiting for longer than"),
        required=False,
        coerce=int,
        choices=[("", _("any time")), *AGES],
    )
    script = forms.ChoiceField(
        label=_("Seems to be"), required=False, choices=[("", _("anything")), *Script.choices]
    )
    decided_by = forms.TypedChoiceField(label=_("Decided by"), required=False, coerce=int)
    only = forms.MultipleChoiceField(
        label=_("Only"), required=False, choices=HAS, widget=forms.CheckboxSelectMultiple
    )
    page = KeyField()
    sender = KeyField()
    same = KeyField()

    def __init__(self, asked: QueryDict, *, user: Any, scope: Scope) -> None:
        asked = asked.copy()
        asked.setdefault("status", Status.PENDING)
        super().__init__(asked, label_suffix="")
        self.user, self.scope = user, scope
        kept = cache.get_or_set(_key(scope), lambda: _offered(scope), KEPT_FOR)
        self.offered: dict[str, Any] = kept or {}
        for name in ("section", "agency", "decided_by"):
            self.fields[name].choices = [("", _("all")), *self.offered[name]]
        self.is_valid()

    def rendered(self, request: HttpRequest) -> SafeString:
        """The form. It is the same for whoever asks for nothing but a status, and kept for them
        (`ui/keeping.py`); words that were searched for are kept nowhere."""
        plain = not (self.is_narrowing or self.errors) and may_keep(request)
        state = (get_language(), self.shown_status, self.offered) if plain else None
        form = partial(render_to_string, FORM, {"filters": self}, request)
        found: SafeString = Parts("comments.filters", state).part("html", form)
        return found

    @property
    def narrow(self) -> Iterator[forms.BoundField]:
        """Those of the second line; what is ticked has a box of its own."""
        for name in ("hold", "section", "agency", "script", "posted_from", "posted_to", "older"):
            yield self[name]
        yield self["decided_by"]

    @property
    def shown_status(self) -> str:
        """That of the comments on show, or ALL."""
        return self.cleaned_data.get("status") or Status.PENDING

    @property
    def is_narrowing(self) -> bool:
        """Whether anything but the status is asked for."""
        return any(value for name, value in self.cleaned_data.items() if name != "status")

    def clean_q(self) -> str:
        """Signs alone fold to nothing, and would find everything."""
        words = str(self.cleaned_data["q"])
        if words.strip() and not fold(words).split():
            raise forms.ValidationError(_("There is nothing in it to look for."))
        return words

    def narrowed(self, comments: ReaderCommentQuerySet) -> ReaderCommentQuerySet:
        asked = self.cleaned_data
        if self.shown_status != ALL:
            comments = comments.filter(status=self.shown_status)
        for name, column in (
            ("section", "thread__section_id"),
            ("agency", "thread__agency_id"),
            ("page", "thread__page_id"),
            ("script", "script"),
            ("decided_by", "decided_by"),
        ):
            if asked.get(name):
                comments = comments.filter(**{column: asked[name]})
        comments = comments.filter(self._seen(), self._posted(), self._alike())
        for word in fold(asked.get("q", "")).split()[:MOST_WORDS]:
            comments = comments.filter(folded__contains=word)
        return comments

    def _seen(self) -> Q:
        asked = self.cleaned_data
        condition = Q()
        if asked.get("hold"):
            condition &= _hit_by(asked["hold"])
        for wanted in asked.get("only", ()):
            condition &= {
                "mine": Q(claimed_by=self.user, claimed_until__gt=timezone.now()),
                "reported": Q(reports__gt=0),
                "email": ~Q(email=""),
                "links": _hit_by(Hold.LINK),
            }[wanted]
        return condition

    def _posted(self) -> Q:
        asked = self.cleaned_data
        condition = Q()
        if first := asked.get("posted_from"):
            begin = dt.datetime.combine(max(first, FIRST_DAY), dt.time.min, TEHRAN)
            condition &= Q(posted_at__gte=begin)
        if last := asked.get("posted_to"):
            end = dt.datetime.combine(max(last, FIRST_DAY), dt.time.max, TEHRAN)
            condition &= Q(posted_at__lte=end)
        if asked.get("older"):
            condition &= Q(posted_at__lt=timezone.now() - dt.timedelta(days=asked["older"]))
        return condition

    def _alike(self) -> Q:
        """Of another comment of the user's scope; of one beyond it, nothing is found."""
        asked = self.cleaned_data
        condition = Q()
        for name, column in (("sender", "address_hash"), ("same", "text_hash")):
            if asked.get(name):
                of = within(ReaderComment.objects.filter(pk=asked[name]), self.scope)
                hashes = of.exclude(**{column: ""}).values(column)
                condition &= Q(**{f"{column}__in": hashes})
        return condition


def _hit_by(code: str) -> Q:
    return Q(Exists(RuleHit.objects.filter(comment=OuterRef("pk"), code=code)))


def _key(scope: Scope) -> str:
    digest = blake2b(repr(scope).encode(), digest_size=16).hexdigest()
    return f"prcouncil_comments.offered.{digest}.{get_language()}"


def _offered(scope: Scope) -> dict[str, Any]:
    """Sections and agencies of which there are threads, and whoever decides; notes to authors,
    which the queue needs as seldom anew."""
    threads = Thread.objects.filter(scope.q()).order_by()
    found = set(threads.values_list("section_id", "agency_id").distinct())
    sections = Page.objects.filter(pk__in={section for section, _agency in found if section})
    agencies = names_of("agency_id", {agency for _section, agency in found if agency})
    users = get_user_model()._default_manager.filter(
        Q(groups__moderation_scopes__isnull=False) | Q(is_superuser=True), is_active=True
    )
    return {
        "section": _by_name((page.pk, page.title) for page in sections),
        "agency": _by_name(agencies.items()),
        "canned": list(CannedReply.objects.filter(kind=CannedReply.Kind.NOTE)),
        "decided_by": _by_name({user.pk: called(user) for user in users}.items()),
    }


def _by_name(named: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    return sorted(named, key=lambda one: sort_key(one[1]))
