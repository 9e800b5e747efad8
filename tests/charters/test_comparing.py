import random
import time
from typing import Any

from wagtail_prcouncil.charters.comparing import ClauseChange, compare, longest_rise
from wagtail_prcouncil.charters.states import Change


def row(anchor: str, text: str = "متن", *parts: dict[str, Any], **said: Any) -> dict[str, Any]:
    return {
        "id": anchor,
        "anchor": anchor,
        "label": anchor,
        "heading": "",
        "text": f"<p>{text}</p>",
        "note": "",
        "rationale": "",
        "is_measurable": False,
        "parts": list(parts),
    } | said


def text(*clauses: dict[str, Any], **words: Any) -> dict[str, Any]:
    empty = {"title": "", "scope": "", "preamble": "", "appendices": [], "references": []}
    return empty | {"clauses": list(clauses)} | words


def changes(before: dict[str, Any], after: dict[str, Any]) -> list[tuple[str, list[str]]]:
    return [(one.clause.anchor, [*one.kinds]) for one in compare(before, after).clauses]


def test_nothing_differs_from_itself() -> None:
    same = text(row("art_1"), row("art_2", "ب", row("art_2__para_1")), title="نام")
    assert compare(same, same).is_empty


def test_added_removed_and_reworded_in_the_order_of_reading() -> None:
    before = text(row("art_1"), row("art_2"), row("art_3", "سه"))
    after = text(row("art_1"), row("art_4"), row("art_3", "چهار"))
    assert changes(before, after) == [
        ("art_2", [Change.REMOVED]),
        ("art_4", [Change.ADDED]),
        ("art_3", [Change.CHANGED]),
    ]
    assert dict(compare(before, after).counted) == {
        Change.REMOVED: 1,
        Change.ADDED: 1,
        Change.CHANGED: 1,
    }


def test_a_renumbered_clause_is_the_same_clause() -> None:
    before = text(row("art_1", label="مادهٔ ۱"))
    (found,) = compare(before, text(row("art_1", label="مادهٔ ۲"))).clauses
    assert found.kinds == (Change.RELABELLED,)
    assert found.is_relabelled
    assert found.before is not None
    assert (found.before.label, found.clause.label) == ("مادهٔ ۱", "مادهٔ ۲")
    assert found.differences == ()


def test_only_what_moved_is_moved() -> None:
    before = text(*(row(f"art_{number}") for number in range(1, 8)))
    order = (1, 6, 2, 3, 4, 5, 7)
    after = text(*(row(f"art_{number}") for number in order))
    assert changes(before, after) == [("art_6", [Change.MOVED])]


def test_what_stands_below_another_clause_moved_with_nothing_else() -> None:
    part = row("art_1__para_1", "بند", row("art_1__para_1__point_1"))
    before = text(row("art_1", "یک", part), row("art_2", "دو"))
    after = text(row("art_1", "یک"), row("art_2", "دو", part))
    assert changes(before, after) == [("art_1__para_1", [Change.MOVED])]


def test_that_something_can_be_measured_now_is_told() -> None:
    plain, marked = row("art_1"), row("art_1", is_measurable=True)
    (now,) = compare(text(plain), text(marked)).clauses
    (no_more,) = compare(text(marked), text(plain)).clauses
    assert isinstance(now, ClauseChange)
    assert (now.is_marked, now.is_unmarked) == (True, False)
    assert (no_more.is_marked, no_more.is_unmarked) == (False, True)


def test_words_appendices_and_references() -> None:
    before = text(
        title="نام",
        appendices=[{"id": "a", "title": "پیوست", "text": "<p>یک</p>", "document_sha256": "1"}],
        references=[{"id": "r", "title": "قانون", "url": "https://a.ir/"}],
    )
    after = text(
        title="نام دیگر",
        appendices=[{"id": "a", "title": "پیوست", "text": "<p>یک</p>", "document_sha256": "2"}],
        references=[{"id": "s", "title": "آیین", "url": ""}],
    )
    found = compare(before, after)
    assert [one.part for one in found.words] == ["title"]
    assert [(one.kind, one.has_other_file) for one in found.appendices] == [(Change.CHANGED, True)]
    assert {(one.title, one.kind) for one in found.references} == {
        ("آیین", Change.ADDED),
        ("قانون", Change.REMOVED),
    }


def test_the_longest_rise() -> None:
    assert longest_rise([]) == set()
    assert longest_rise([2, 0, 1, 3]) == {0, 1, 3}
    assert longest_rise([3, 2, 1]) in ({1}, {2}, {3})


def test_of_many_clauses_the_time_is_short() -> None:
    words = random.Random(8)  # noqa: S311
    known = [f"واژه{number}" for number in range(600)]
    said = [" ".join(words.choices(known, k=80)) for _clause in range(240)]
    before = text(*(row(f"art_{number}", said[number]) for number in range(120)))
    after = text(*(row(f"art_{number}", said[number + 120]) for number in reversed(range(120))))
    begun = time.perf_counter()
    assert len(compare(before, after).clauses) == 120
    assert time.perf_counter() - begun < 4
