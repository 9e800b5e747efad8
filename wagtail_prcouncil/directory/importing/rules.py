"""The register's rules, asked of a whole file before anything is written."""

from collections import defaultdict
from typing import Any

from django.utils.translation import gettext

from wagtail_prcouncil.directory import rules
from wagtail_prcouncil.directory.importing.plan import Entry, NameKey, Plan, name_key
from wagtail_prcouncil.pages.numerals import in_numerals

# The inputs of the action, and the columns that hold them.
COLUMNS = {"on": "closed_on", "reason": "closing_reason", "successors": "successors"}


def refuse_impossible(plan: Plan) -> None:
    """Mark each line that would break a rule, with the sentence that says which."""
    for entry in plan.entries.values():
        _check_parent(plan, entry)
        _check_closing(plan, entry)
    _check_cycles(plan)
    _check_successions(plan)
    _check_names(plan)
    _check_open_children(plan)


def _check_parent(plan: Plan, entry: Entry) -> None:
    code = entry.after["parent"]
    if not code:
        return
    above = plan.stands(code)
    if code == entry.code:
        entry.outcome.refuse("parent", gettext("An agency cannot belong to itself."))
    elif above is None:
        sentence = gettext("There is no agency “%(code)s”, neither in the register nor here.")
        entry.outcome.refuse("parent", sentence % {"code": code})
    elif above["closed_on"] and entry.after["closed_on"] is None and not entry.closes_later:
        is_moved = entry.before is None or entry.before["parent"] != code
        if is_moved or entry.was_closed:
            entry.outcome.refuse("parent", rules.ACCEPTS_NO_USE % {"agency": above["name"]})


def _check_closing(plan: Plan, entry: Entry) -> None:
    after, outcome = entry.after, entry.outcome
    if entry.was_closed:
        before: dict[str, Any] = entry.before or {}
        if any(before[column] != after[column] for column in ("closed_on", "closing_reason")) or (
            before["successors"] != after["successors"]
        ):
            sentence = gettext(
                "It is closed in the register. Open it there before you change how it ended."
            )
            outcome.refuse("closed_on", sentence)
        elif after["founded_on"] and after["founded_on"] > after["closed_on"]:
            outcome.refuse("founded_on", str(rules.CLOSED_EARLIER))
        return
    if after["closed_on"] is None:
        for column in ("closing_reason", "successors"):
            if after[column]:
                outcome.refuse(column, gettext("Say on which day it was closed."))
        return
    try:
        rules.check_closing_day(after["closed_on"], founded_on=after["founded_on"])
        rules.check_number_due(after["closing_reason"], len(after["successors"]))
    except rules.DirectoryError as error:
        outcome.refuse(COLUMNS[error.field], str(error))
    for code in after["successors"]:
        _check_successor(plan, entry, code)


def _check_successor(plan: Plan, entry: Entry, code: str) -> None:
    successor, on = plan.stands(code), entry.after["closed_on"]
    if code == entry.code:
        entry.outcome.refuse("successors", str(rules.NOT_ITSELF))
    elif successor is None:
        sentence = gettext("There is no agency “%(code)s”, neither in the register nor here.")
        entry.outcome.refuse("successors", sentence % {"code": code})
    else:
        life = {name: successor[name] for name in ("founded_on", "closed_on")}
        try:
            rules.check_successor(successor["name"], **life, on=on)
        except rules.SuccessorsError as error:
            entry.outcome.refuse("successors", str(error))


def _check_cycles(plan: Plan) -> None:
    """Follow each way up once; who comes back to the way itself stands in a circle."""
    done: set[str] = set()
    for start in plan.entries:
        way: list[str] = []
        code = start
        while code and code not in done and code not in way:
            way.append(code)
            above = plan.stands(code)
            code = above["parent"] if above else ""
        if code in way and len(circle := way[way.index(code) :]) > 1:
            for member in circle:
                if entry := plan.entries.get(member):
                    sentence = gettext("These belong to each other in a circle: %(codes)s")
                    entry.outcome.refuse("parent", sentence % {"codes": " ← ".join(circle)})
        done.update(way)


def _check_successions(plan: Plan) -> None:
    closing = [entry for entry in plan.entries.values() if entry.is_closing]
    successors_of = {code: after["successors"] for code, after in plan.everything()}
    for entry in closing:
        known = {code: plan.stands(code) for code in entry.after["successors"]}
        names = {
            code: row["name"]
            for code, row in known.items()
            if row is not None and code != entry.code
        }
        try:
            rules.check_no_circle(entry.code, names, successors_of)
        except rules.SuccessorsError as error:
            entry.outcome.refuse("successors", str(error))


def _check_names(plan: Plan) -> None:
    bearers: defaultdict[NameKey, list[str]] = defaultdict(list)
    for code, after in plan.everything():
        if after["closed_on"] is None and after["name"]:
            bearers[name_key(after)].append(code)
    for codes in bearers.values():
        for code in codes if len(codes) > 1 else ():
            if entry := plan.entries.get(code):
                twin = next(other for other in codes if other != code)
                entry.outcome.refuse("name", _twin_sentence(plan, twin))


def _twin_sentence(plan: Plan, twin: str) -> str:
    line = plan.line_of(twin)
    if line is None:
        sentence = gettext("The register has it under the code “%(code)s” already.")
        return sentence % {"code": twin}
    sentence = gettext("Line %(line)s has the same name in the same place (“%(code)s”).")
    return sentence % {"line": in_numerals(line), "code": twin}


def _check_open_children(plan: Plan) -> None:
    closing = {code for code, entry in plan.entries.items() if entry.is_closing}
    if not closing:
        return
    below: defaultdict[str, list[str]] = defaultdict(list)
    for _code, after in plan.everything():
        if after["parent"] in closing and after["closed_on"] is None:
            below[after["parent"]].append(after["name"])
    for code, names in below.items():
        try:
            rules.check_none_below(names)
        except rules.DirectoryError as error:
            plan.entries[code].outcome.refuse("closed_on", str(error))
