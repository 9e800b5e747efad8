"""A charter for measuring: of 120 clauses, adopted twice, which 600 agencies have signed."""

from typing import Any

from home.demo.loading import Tree
from wagtail.rich_text import RichText

from bench.councils import full_council
from wagtail_prcouncil.charters.actions import adopting, drafting
from wagtail_prcouncil.charters.models import (
    Charter,
    CharterIndexPage,
    CharterPage,
    CharterVersion,
    Signature,
)
from wagtail_prcouncil.charters.states import Method
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.directory.models import Agency, Person

CLAUSES, SIGNATURES, REWORDED = 120, 600, 3
IN_A_LIST = 30
SLUG = "everything"
SENTENCE = "هر دستگاه به پرسش مردم در دو روز کاری پاسخ می‌دهد و پاسخ را نگه می‌دارد. "


def full_charter(tree: Tree) -> CharterPage:
    """Made once, beside others in the list of its council; it does not grow with the news."""
    known = CharterPage.objects.filter(slug=SLUG).first()
    if known is not None:
        return known
    index = full_council(tree).add_child(
        instance=CharterIndexPage(title="میثاق‌نامه‌ها", slug="charters", locale=tree.fa)
    )
    for number in range(IN_A_LIST):
        _adopt(_written(tree, index, f"other-{number}", clauses=3), days=-60)
    charter = _written(tree, index, SLUG, clauses=CLAUSES)
    _adopt(charter, days=-60)
    begun = drafting.begin(charter, version=None)
    draft: Any = charter.page.get_latest_revision_as_object()
    for clause in list(draft.clauses)[::REWORDED]:
        clause.value["text"] = RichText(f"<p>{SENTENCE.replace('دو روز', 'سه روز')}</p>")
    draft.save_revision()
    version = _adopt(charter, days=-30, begun=begun)
    _sign(version)
    return CharterPage.objects.get(pk=charter.page_id)


def _written(tree: Tree, index: CharterIndexPage, slug: str, *, clauses: int) -> Charter:
    raw = [_clause(number) for number in range(1, clauses + 1)]
    page = CharterPage(title=f"میثاق‌نامهٔ {slug}", slug=slug, clauses=raw, locale=tree.fa)
    index.add_child(instance=page)
    page.save_revision().publish()
    return Charter.objects.get(page=page)


def _clause(number: int) -> dict[str, Any]:
    value = {
        "anchor": "",
        "label": f"مادهٔ {number}",
        "heading": "پاسخ‌گویی",
        "text": f"<p>{SENTENCE * 2}</p>",
        "note": "",
        "rationale": "",
        "is_measurable": False,
        "parts": [],
    }
    return {"type": "clause", "value": value}


def _adopt(charter: Charter, *, days: int, begun: CharterVersion | None = None) -> CharterVersion:
    found = begun or drafting.begin(charter, version=None)
    day = today().fromordinal(today().toordinal() + days)
    return adopting.adopt(found, adopted_on=day, in_force_from=day, version=None)


def _sign(version: CharterVersion) -> None:
    """As pledges: the forty of the council would not do."""
    agencies = list(Agency.objects.order_by("pk")[:SIGNATURES])
    people = [Person(name=f"امضاکننده‌پور {number}") for number in range(SIGNATURES)]
    for person in people:
        person.save()
    Signature.objects.bulk_create(
        Signature(
            version=version,
            number=number,
            agency=agencies[number % len(agencies)],
            person=person,
            title="مدیر روابط عمومی",
            method=Method.PLEDGE,
            signed_on=today(),
        )
        for number, person in enumerate(people, 1)
    )
