"""A charter to which anything is done, and what holds after each step, for `test_frozen.py`."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any, NamedTuple

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.test import RequestFactory

from tests.charters.edits import EDITS
from tests.charters.making import (
    A_DAY,
    charter,
    clause,
    fresh,
    in_english,
    signatory,
)
from tests.making import SmallSite
from wagtail_prcouncil.charters import texts
from wagtail_prcouncil.charters.actions import (
    adopting,
    drafting,
    particulars,
    repealing,
    signing,
    unveiling,
)
from wagtail_prcouncil.charters.models import Charter, CharterPage, CharterVersion, Signature
from wagtail_prcouncil.charters.public.reading import Reading
from wagtail_prcouncil.charters.rules import FrozenError
from wagtail_prcouncil.charters.states import FROZEN, Kind, Method, Standing, VersionState
from wagtail_prcouncil.charters.verifying import findings
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.rules import CouncilError

REFUSED = (CouncilError, PermissionDenied, ValidationError, ProtectedError)
_numbers = count(1)
AGO = 400  # days: adopted versions follow each other from there on


class Step(NamedTuple):
    """One thing that somebody tries: `what` names it; the rest says which of several is meant."""

    what: str
    language: str
    number: int
    place: int
    flag: bool


class World:
    """Editors, a secretary, and somebody with a shell, on one charter in up to two languages."""

    def __init__(self, site: SmallSite, council: CouncilPage, is_translated: bool) -> None:
        self.site, self.one = site, charter(council)
        if is_translated:
            in_english(fresh(self.one), site)
        self.kept: dict[int, tuple[str, str]] = {}
        self.signed: dict[int, int] = {}

    def take(self, step: Step) -> None:
        getattr(self, step.what)(step)
        self._what_was_adopted_is_as_it_was()
        self._versions_follow_each_other()
        self._signatures_stay_where_they_were_given()
        self._readers_see_what_was_adopted()

    # What editors do to words.

    def edit(self, step: Step) -> None:
        """As the form does it: the draft is changed and checked, and saved as a revision."""
        for page in self._pages(step.language):
            draft = page.get_latest_revision_as_object()
            EDITS[step.number](draft, step.place)
            with self._refusable():
                draft.save_revision()

    def write_past_all_checks(self, step: Step) -> None:
        """As a script does, or a translation that is brought up to date: no form asks anybody."""
        for page in self._pages(step.language):
            words: dict[str, Any] = {"title": "منشور", "clauses": [clause("مادهٔ ۷")]}
            CharterPage.objects.filter(pk=page.pk).update(**words)
            CharterPage.objects.get(pk=page.pk).save(clean=False)
            CharterPage.objects.get(pk=page.pk).save_revision(clean=False)

    def go_back(self, step: Step) -> None:
        """To a revision from before, of which the form may refuse the words."""
        for page in self._pages(step.language):
            revisions = list(page.revisions.order_by("pk")) or [page.save_revision(clean=False)]
            old = revisions[step.place % len(revisions)]
            with self._refusable():
                made = old.as_object().save_revision(previous_revision=old, clean=False)
                if step.flag:
                    made.publish(previous_revision=old)

    # What the tree does to pages.

    def publish(self, step: Step) -> None:
        for page in self._pages(step.language):
            (page.get_latest_revision() or page.save_revision(clean=False)).publish()

    def unpublish(self, step: Step) -> None:
        for page in self._pages(step.language):
            page.unpublish()

    def copy(self, step: Step) -> None:
        for page in self._pages(step.language):
            slug = f"copy-{next(_numbers)}"
            if step.flag:
                page.create_alias(update_slug=slug)
            else:
                page.copy(update_attrs={"slug": slug})

    def translate(self, step: Step) -> None:
        if not self._pages("en"):
            in_english(fresh(self.one), self.site)

    def delete(self, step: Step) -> None:
        """One of its languages. The only one stays: with a draft alone the charter would go."""
        pages = self._pages(step.language)
        is_last = len(self._pages("fa")) + len(self._pages("en")) == len(pages)
        for page in pages:
            if not is_last:
                page.delete()
            elif self.kept:
                with pytest.raises(ProtectedError):
                    page.delete()

    # What a secretary does.

    def begin(self, step: Step) -> None:
        with self._refusable():
            drafting.begin(fresh(self.one), version=None)

    def discard(self, step: Step) -> None:
        with self._refusable():
            drafting.discard(self._version(step.number), version=None)

    def adopt(self, step: Step) -> None:
        """Each a few days after the one before; with the translation, or without."""
        day = today() - (AGO - 5 * len(self.kept)) * A_DAY
        with self._refusable():
            adopting.adopt(
                self._version(0),
                adopted_on=day,
                in_force_from=day + (step.number % 2) * A_DAY,
                without=["en"] if step.flag else [],
                version=None,
            )

    def amend(self, step: Step) -> None:
        for what in (self.begin, self.edit, self.adopt):
            what(step)

    def repeal(self, step: Step) -> None:
        with self._refusable():
            found = self._version(step.number)
            day = (found.in_force_from or today()) + step.place * A_DAY
            repealing.repeal(found, on=day, reason="جایش پر شد", version=None)

    def sign(self, step: Step) -> None:
        place, somebody = signatory(self.one)
        assert place.agency is not None
        facts: dict[str, Any] = {"agency": place.agency, "person": somebody}
        with self._refusable():
            version = self._version(step.number)
            made = signing.sign(version, method=Method.IN_PERSON, signed_on=today(), **facts)
            self.signed[made.pk] = made.version_id

    def withdraw(self, step: Step) -> None:
        for key in list(self.signed)[: step.number]:
            with self._refusable():
                signing.withdraw(Signature.objects.get(pk=key), on=today(), reason="سمت نداشت")

    def unveil(self, step: Step) -> None:
        with self._refusable():
            unveiling.unveil(self._version(step.number), on=today(), version=None)

    def put_down(self, step: Step) -> None:
        kind, language = Kind.values[step.number % len(Kind)], step.language
        with self._refusable():
            particulars.set_particulars(
                fresh(self.one), kind=kind, authoritative=language, version=None
            )

    # What somebody with a shell does.

    def tamper(self, step: Step) -> None:
        rows = CharterVersion.objects.filter(charter=self.one)
        one = rows.adopted().first()
        if one is None:
            return
        column = "texts" if step.flag else "digests"
        setattr(one, column, {})
        attempts: list[Callable[[], object]] = [
            one.save,
            one.delete,
            rows.delete,
            lambda: rows.update(**{column: {}}),
            lambda: rows.update(state=VersionState.DRAFT),
            lambda: CharterVersion.objects.bulk_update([one], [column]),
        ]
        for attempt in attempts:
            with pytest.raises(FrozenError), transaction.atomic():
                attempt()

    # What holds after each step.

    def _what_was_adopted_is_as_it_was(self) -> None:
        for row in CharterVersion.objects.filter(charter=self.one).adopted():
            now = texts.canonical_json(row.texts), texts.canonical_json(row.digests)
            assert self.kept.setdefault(row.pk, now) == now
            assert row.false_digests() == []
        assert self.kept.keys() == {
            row.pk for row in CharterVersion.objects.filter(charter=self.one).adopted()
        }
        assert list(findings()) == []

    def _versions_follow_each_other(self) -> None:
        rows = list(self.one.versions.order_by("number"))
        assert [row.number for row in rows] == list(range(1, len(rows) + 1))
        assert all(row.is_frozen for row in rows[:-1])
        assert sum(row.standing == Standing.IN_FORCE for row in rows) <= 1
        frozen = [row for row in rows if row.state in FROZEN]
        for one, two in zip(frozen, frozen[1:], strict=False):
            assert one.in_force_until is not None
            assert two.in_force_from is not None
            assert one.in_force_until <= two.in_force_from

    def _signatures_stay_where_they_were_given(self) -> None:
        rows = dict(Signature.objects.values_list("pk", "version_id"))
        assert rows == self.signed
        for version in self.one.versions.all():
            numbers = list(version.signatures.order_by("number").values_list("number", flat=True))
            assert numbers == list(range(1, len(numbers) + 1))

    def _readers_see_what_was_adopted(self) -> None:
        for page in (*self._pages("fa"), *self._pages("en")):
            if page.live and Charter.objects.filter(pk=self.one.pk, page__live=True).exists():
                reading = Reading.of(page, RequestFactory().get("/"))
                if self.one.versions.adopted().exists():
                    assert reading.version is not None
                    assert reading.text in reading.version.texts.values()

    # How it is done.

    @contextmanager
    def _refusable(self) -> Iterator[None]:
        """Either it goes through, or it says why and leaves everything as it was."""
        before = self._trace()
        try:
            with transaction.atomic():
                yield
        except REFUSED:
            assert self._trace() == before

    def _trace(self) -> object:
        return (
            Charter.objects.values().get(pk=self.one.pk),
            list(self.one.versions.order_by("pk").values()),
            list(Signature.objects.order_by("pk").values()),
            list(CharterPage.objects.order_by("pk").values_list("pk", "latest_revision")),
        )

    def _pages(self, language: str) -> list[CharterPage]:
        pages = CharterPage.objects.filter(translation_key=self.one.key, alias_of=None)
        return list(pages.filter(locale__language_code=language))

    def _version(self, number: int) -> CharterVersion:
        """One of them, as far as there is any."""
        rows = list(self.one.versions.order_by("-number"))
        if not rows:
            raise CouncilError("There is no version.")
        return rows[number % len(rows)]
