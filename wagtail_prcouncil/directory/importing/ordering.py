"""In which order the lines of a file can be applied: parents may stand below their children."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext

from wagtail_prcouncil.directory.importing.columns import CLOSING
from wagtail_prcouncil.directory.importing.plan import Entry, NameKey, Plan, name_key
from wagtail_prcouncil.directory.importing.register_rows import EMPTY
from wagtail_prcouncil.exchange.kinds import Step

WRITE, CLOSE = "write", "close"
Node = tuple[int, str]


def steps_in_order(plan: Plan) -> list[Step]:
    """The changes of all lines, each after those that it waits for.

    Lines that wait for each other (two that exchange their names, say) are refused.
    """
    waits = _waits(plan)
    levels: dict[Node, int] = {}
    followers: defaultdict[Node, list[Node]] = defaultdict(list)
    open_waits = {node: len(before) for node, before in waits.items()}
    for node, before in waits.items():
        for earlier in before:
            followers[earlier].append(node)
    ready = [node for node, number in open_waits.items() if not number]
    heapq.heapify(ready)
    while ready:
        node = heapq.heappop(ready)
        levels[node] = 1 + max((levels[earlier] for earlier in waits[node]), default=-1)
        for follower in followers[node]:
            open_waits[follower] -= 1
            if not open_waits[follower]:
                heapq.heappush(ready, follower)
    _refuse_stuck(plan, {index for index, _verb in waits.keys() - levels.keys()})
    ordered = sorted(levels, key=lambda node: (levels[node], node[1] == CLOSE, node[0]))
    return [Step(index, verb, levels[index, verb]) for index, verb in ordered]


def hold_back(plan: Plan, steps: Iterable[Step]) -> None:
    """Leave of each entry what these steps do: the rest is done, and the register says what has
    become of it, or comes in a later batch."""
    due = {(step.place, step.verb) for step in steps}
    for entry in plan.entries.values():
        before, closing = entry.before or EMPTY, {name: entry.after[name] for name in CLOSING}
        if (entry.index, WRITE) not in due:
            entry.after = {**before, **closing}
        if (entry.index, CLOSE) not in due:
            entry.closes_later = entry.is_closing
            entry.after = {**entry.after, **{name: before[name] for name in CLOSING}}


def _waits(plan: Plan) -> dict[Node, set[Node]]:
    """For each change the changes before it."""
    entries = plan.entries
    waits: dict[Node, set[Node]] = {}
    for entry in entries.values():
        if entry.has_new_words:
            waits[entry.index, WRITE] = set()
        if entry.is_closing:
            waits[entry.index, CLOSE] = {(entry.index, WRITE)}
    for entry in entries.values():
        write, close = (entry.index, WRITE), (entry.index, CLOSE)
        waits.get(write, set()).update((above.index, WRITE) for above in _above(plan, entry))
        for code in entry.after["successors"]:
            if successor := entries.get(code):
                waits.get(close, set()).add((successor.index, WRITE))
        for code in {entry.after["parent"], entry.before["parent"] if entry.before else ""}:
            # Before one above it is closed, an agency has to be closed or to have left.
            if (above := entries.get(code)) and above.is_closing:
                waits[above.index, CLOSE].add(close if entry.is_closing else write)
    _wait_for_names(plan, waits)
    return {
        node: {earlier for earlier in before if earlier in waits} for node, before in waits.items()
    }


def _wait_for_names(plan: Plan, waits: dict[Node, set[Node]]) -> None:
    """Of the open agencies one has a name, and each is open from when it is written until it is
    closed: who comes to a name waits for who leaves it, by another name or by closing."""
    holders = {
        name_key(before): code
        for code in plan.register.agencies
        if (before := plan.register.values(code)) and before["closed_on"] is None
    }
    comers = [entry for entry in plan.entries.values() if _comes_to_its_name(entry)]
    passing: defaultdict[NameKey, list[Entry]] = defaultdict(list)
    for entry in comers:
        if entry.is_closing:
            passing[name_key(entry.after)].append(entry)
    for entry in comers:
        key, awaited = name_key(entry.after), waits[entry.index, WRITE]
        if (holder := holders.get(key)) and holder != entry.code:
            leaving = _leaving(plan.entries[holder]) if holder in plan.entries else None
            if leaving is not None and leaving in waits:
                awaited.add(leaving)
            elif entry.is_closing:
                sentence = gettext(
                    "As long as “%(code)s” is open under this name, no other agency can be "
                    "imported under it, not even a closed one."
                )
                entry.outcome.refuse("name", sentence % {"code": holder})
        for other in passing[key]:
            if other is not entry and (not entry.is_closing or other.index < entry.index):
                awaited.add((other.index, CLOSE))


def _comes_to_its_name(entry: Entry) -> bool:
    return entry.before is None or name_key(entry.before) != name_key(entry.after)


def _above(plan: Plan, entry: Entry) -> Iterator[Entry]:
    """Those of the file that would stand above an agency: only when all of them have moved does
    none stand below it by chance."""
    seen, code = {entry.code}, entry.after["parent"]
    while code and code not in seen:
        seen.add(code)
        if above := plan.entries.get(code):
            yield above
        standing = plan.stands(code)
        code = standing["parent"] if standing else ""


def _leaving(holder: Entry) -> Node:
    """The change by which an agency gives its name free."""
    return (holder.index, WRITE if _comes_to_its_name(holder) else CLOSE)


def _refuse_stuck(plan: Plan, indexes: set[int]) -> None:
    stuck = sorted((plan.outcomes[index] for index in indexes), key=lambda outcome: outcome.line)
    lines = "، ".join(str(outcome.line) for outcome in stuck)
    for outcome in stuck:
        if not outcome.errors:
            sentence = gettext(
                "These lines wait for each other; import them in two files: %(lines)s"
            )
            outcome.refuse("", sentence % {"lines": lines})
