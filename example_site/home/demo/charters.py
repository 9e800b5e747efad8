"""Charters of the demo: written, adopted, unveiled, signed and reviewed by the actions that a
secretary uses.

Days are counted from the day of loading. Idempotent: a charter that exists stays as it is.
"""

import datetime as dt
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from home.demo import charter_texts
from home.demo.charter_signatures import sign
from home.demo.loading import Tree, translate
from home.demo.reading import FOLDER, Place
from home.demo.tables import made
from wagtail_prcouncil.charters.actions import (
    adopting,
    drafting,
    particulars,
    reviewing,
    unveiling,
)
from wagtail_prcouncil.charters.mailing.inviting import about
from wagtail_prcouncil.charters.models import (
    Charter,
    CharterIndexPage,
    CharterPage,
    CharterPicture,
    CharterVersion,
    Invitation,
)
from wagtail_prcouncil.charters.states import Kind
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.models import Meeting, MeetingPage
from wagtail_prcouncil.outbox.actions import withdraw_about
from wagtail_prcouncil.persian.jalali import to_jalali

WHERE = "charters.toml"

Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class DemoCharter:
    """A charter, named as the fields of page and facts; `…_en` for the translation. `second` is
    what the words of the page are from the second version on; `gallery` has names of pictures and
    captions in both languages; `review_due` is in days from today."""

    slug: str
    council: str
    title: str
    title_en: str
    summary: str
    summary_en: str
    clause: Sequence[Row]
    version: Sequence[Row]
    kind: str = Kind.COVENANT.value
    partners: Sequence[str] = ()
    review_due: int | None = None
    picture: str = ""
    gallery: Sequence[Sequence[str]] = ()
    scope: str = ""
    scope_en: str = ""
    preamble: str = ""
    preamble_en: str = ""
    second: Row | None = None
    appendix: Sequence[Row] = ()
    reference: Sequence[Row] = ()
    review: Sequence[Row] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class DemoVersion:
    """A version: in which meeting it was adopted, so many days before it came into force, and who
    has signed it."""

    meeting: str
    in_force_after: int
    votes: Sequence[int] = ()
    unveiled: Row | None = None
    signed: Sequence[Row] = ()
    pledged: Sequence[Row] = ()
    withdrawn: Row | None = None
    invited: Sequence[Row] = ()


def load_charters(tree: Tree) -> None:
    """The lists of charters and the charters, after the meetings."""
    table = tomllib.loads((FOLDER / WHERE).read_text("utf-8"))
    tree.place(CharterIndexPage, tree.home, made(Place, table["site"], WHERE))
    place = made(Place, table["list"], WHERE)
    for row in table["charter"]:
        one = made(DemoCharter, row, WHERE)
        council = CouncilPage.objects.get(slug=one.council, locale=tree.fa)
        index = tree.place(CharterIndexPage, council, place)
        if not CharterPage.objects.child_of(index).filter(slug=one.slug).exists():
            with transaction.atomic():
                _load(one, index, tree)
    # Nobody is written to about what is made up.
    withdraw_about(about(invitation) for invitation in Invitation.objects.all())


def _load(one: DemoCharter, index: CharterIndexPage, tree: Tree) -> None:
    charter = _pages(one, index, tree)
    _put_down(charter, one)
    for number, row in enumerate(one.version, 1):
        written = made(DemoVersion, row, f"{WHERE}, {one.slug}")
        found = drafting.begin(_now(charter), version=None)
        _write(charter, one, number)
        version = _adopt(found, written, tree)
        if written.unveiled:
            _unveil(version, written.unveiled, tree)
        sign(version, written, tree)
    for row in one.review:
        _review(_now(charter), row, tree)


def _pages(one: DemoCharter, index: CharterIndexPage, tree: Tree) -> Charter:
    """In both languages, published, with the words of the first version."""
    pictures = tree.library.picture
    facts = {"slug": one.slug, "picture": pictures(one.picture) if one.picture else None}
    said = charter_texts.said(one, 1, "fa")
    page = CharterPage(**said, summary=one.summary, **facts, live=False, locale=tree.fa)
    index.add_child(instance=page)
    anchors = charter_texts.anchors_of(page)
    said = charter_texts.said(one, 1, "en", anchors)
    english = CharterPage(**said, summary=one.summary_en, **facts, live=False)
    translate(page, english, tree.en, index.get_translation(tree.en))
    for language, place in ((page, 1), (english, 2)):
        language.gallery = [
            CharterPicture(image=pictures(row[0]), caption=row[place]) for row in one.gallery
        ]
        language.save_revision().publish()
    return Charter.objects.get(page=page)


def _put_down(charter: Charter, one: DemoCharter) -> None:
    councils = CouncilPage.objects.filter(slug__in=one.partners, locale=charter.page.locale)
    due_on = None if one.review_due is None else _day(one.review_due)
    particulars.set_particulars(
        charter,
        kind=one.kind,
        authoritative="fa",
        partners=councils,
        review_due_on=due_on,
        version=_now(charter).version,
    )


def _write(charter: Charter, one: DemoCharter, number: int) -> None:
    """The draft in both languages, Persian first, in which new clauses get their anchors."""
    if number == 1:
        return
    anchors = charter_texts.anchors_of(charter.page)
    pages = CharterPage.objects.filter(translation_key=charter.key)
    for page in pages.order_by("-locale__language_code"):
        draft: Any = page.get_latest_revision_as_object()
        said = charter_texts.said(one, number, page.locale.language_code, anchors)
        for name, value in said.items():
            setattr(draft, name, value)
        draft.save_revision().publish()
        anchors |= charter_texts.anchors_of(draft)


def _adopt(found: CharterVersion, written: DemoVersion, tree: Tree) -> CharterVersion:
    meeting, day = _meeting(written.meeting, tree)
    in_favour, against, abstained = written.votes or (None, None, None)
    return adopting.adopt(
        found,
        adopted_on=day,
        in_force_from=day + dt.timedelta(days=written.in_force_after),
        adopted_in=meeting,
        by_consensus=not written.votes,
        votes=(in_favour, against, abstained),
        version=_now(found.charter).version,
    )


def _unveil(version: CharterVersion, row: Row, tree: Tree) -> None:
    occasion, day = _meeting(row["occasion"], tree)
    unveiling.unveil(
        version,
        on=day,
        occasion=occasion,
        place=row["place"],
        place_en=row["place_en"],
        note_for_readers=row["note"],
        note_for_readers_en=row["note_en"],
        version=_now(version.charter).version,
    )


def _review(charter: Charter, row: Row, tree: Tree) -> None:
    """Of the Jalali year in which its latest version came into force."""
    days = charter.versions.adopted().order_by("-number").values_list("in_force_from", flat=True)
    anchor = charter_texts.anchor_of(charter.page, row["clause"])
    for code, verdict, *words in row["verdicts"]:
        evidence, evidence_en = words or ("", "")
        reviewing.review(
            charter,
            anchor=anchor,
            agency=tree.agencies[code],
            year=to_jalali(days[0] or today()).year,
            verdict=verdict,
            evidence=evidence,
            evidence_en=evidence_en,
        )


def _meeting(slug: str, tree: Tree) -> tuple[MeetingPage, dt.date]:
    """The page and the day on which it took place."""
    meeting = Meeting.objects.select_related("page").get(page__slug=slug, page__locale=tree.fa)
    return meeting.page, meeting.day or today()


def _day(days: int) -> dt.date:
    return today() + dt.timedelta(days=days)


def _now(charter: Charter) -> Charter:
    """As the last step has left it."""
    return Charter.objects.select_related("page__locale", "council").get(pk=charter.pk)
