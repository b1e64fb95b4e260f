"""What two people wrote at the same place, and nobody has chosen yet: both values, who, when.

A clash is an entry of the table `_conflicts` (store.md 2.4), which files, sessions and git carry.
It is settled through the plan, as one turn: undo brings it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbook.edits import Edit
from workbook.kinds import Invalid, Line, Lines, Long, Refs, Several, Who
from workbook.kinds.text import brief
from workbook.plan import Plan, Unknown
from workbook.store.merge import CONFLICTS, same

if TYPE_CHECKING:
    from workbook.store.history import Group

KEEP, TAKE, BOTH = "ours", "theirs", "both"
"""The ways to settle one: what stands stays, the other takes its place, the two as one."""
_BEFORE = 24
"""Characters that two texts have in common and that are shown before they part."""
_TEXTS, _SETS = (Line, Long), (Lines, Several, Refs, Who)


@dataclass(frozen=True, slots=True)
class Hand:
    """Who wrote a value and when, ISO 8601 in UTC; "" for what nobody knows."""

    who: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two values for one place.

    id, field: the place as the plan calls it; field is "" for an answer, and for a whole record,
    where one person removed it and another changed it. now: what stands there. other: what does
    not, None for nothing. entries: the ids of the entries that say so.
    """

    id: str
    field: str
    now: Any
    other: Any
    ours: Hand
    theirs: Hand
    entries: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether it is about a record that one removed and another changed."""
        return not self.field and "." not in self.id


def clashes(plan: Plan, groups: Iterable[Group] = ()) -> list[Clash]:
    """All that wait to be settled, oldest first. groups: the history, which knows who wrote what;
    without it only what the entries themselves say."""
    found = sorted(plan.documents(CONFLICTS), key=lambda one: (str(one[1].get("at", "")), one[0]))
    known: dict[tuple[str, str], list[Clash]] = {}
    written = _hands(groups, {str(entry.get("record", "")) for _, entry in found})
    for key, entry in found:
        id, field = _place(entry)
        all_ = known.setdefault((id, field), [])
        one = _clash(plan, id, field, key, entry, written.get((id, field), ()))
        twin = next((at for at, old in enumerate(all_) if same(old.other, one.other)), None)
        if twin is None:
            all_.append(one)
        else:  # the same value was set aside once more
            all_[twin] = _joined(all_[twin], one)
    return [one for all_ in known.values() for one in all_]


def at(found: Iterable[Clash], id: str, field: str) -> list[Clash]:
    """Those of one place."""
    return [one for one in found if (one.id, one.field) == (id, field)]


def places(found: Iterable[Clash]) -> int:
    """How many places they are about."""
    return len({(one.id, one.field) for one in found})


def _place(entry: Any) -> tuple[str, str]:
    """The place of an entry, as the plan calls it."""
    id, field = str(entry.get("record", "")), str(entry.get("field", ""))
    return id, "" if "." in id else str(entry.get("key", "")) if field == "cells" else field


def _clash(
    plan: Plan, id: str, field: str, key: str, entry: Any, hands: Sequence[tuple[Any, Hand]]
) -> Clash:
    now, other, by = plan.raw(id, field), entry.get("other"), str(entry.get("by", ""))
    if "." not in id and plan.type_of(id) is None:
        now = None
    ours = _of_value(hands, now) or Hand(by, str(entry.get("at", "")))
    theirs = _of_value(hands, other) or Hand(str(entry.get("other_by", "")))
    return Clash(id, field, now, other, ours, theirs, (key,))


def _joined(one: Clash, later: Clash) -> Clash:
    return Clash(
        one.id, one.field, one.now, one.other, one.ours, one.theirs, (*one.entries, *later.entries)
    )


def _hands(groups: Iterable[Group], ids: set[str]) -> dict[tuple[str, str], list[tuple[Any, Hand]]]:
    """Of each place of these ids what was written there and by whom, the newest first."""
    found: dict[tuple[str, str], list[tuple[Any, Hand]]] = {}
    for group in groups:
        for edit in group.edits:
            if edit.id in ids:
                hand = Hand(group.who, group.at)
                found.setdefault((edit.id, edit.field), []).insert(0, (edit.new, hand))
    return found


def writer(groups: Sequence[Group], id: str, field: str, value: Any) -> str:
    """Who last wrote a value at a place, as the history knows; "" where it does not."""
    return next(
        (
            group.who
            for group in reversed(groups)
            for edit in group.edits
            if (edit.id, edit.field) == (id, field) and same(edit.new, value)
        ),
        "",
    )


def _of_value(hands: Sequence[tuple[Any, Hand]], value: Any) -> Hand | None:
    return next((hand for new, hand in hands if same(new, value)), None)


# Settling


def can_join(plan: Plan, clash: Clash) -> bool:
    """Whether the two can stay as one: texts, and lists of entries."""
    try:
        kind = plan.kind(clash.id, clash.field) if not clash.whole else None
    except Unknown:
        return False
    if not isinstance(kind, _TEXTS + _SETS):
        return False
    return kind.holds(clash.now) and kind.holds(clash.other)


def settle(plan: Plan, found: Iterable[Clash], clash: Clash, way: str) -> None:
    """Settles one of those that were found: KEEP, TAKE or BOTH. Where what stands stays, all of
    that place are settled; else all that the same person wrote there, steps on the way to a text.

    Raises Unknown and Invalid with a sentence; then nothing changed.
    """
    every = at(found, clash.id, clash.field)
    theirs = [one for one in every if one.theirs.who in ("", clash.theirs.who)]
    ids = [id for one in (every if way == KEEP else theirs) for id in one.entries]
    if way == KEEP:
        plan.close_dispute(ids)
    elif way == TAKE:
        plan.close_dispute(ids, _edits(plan, clash, clash.other))
    elif can_join(plan, clash):
        plan.close_dispute(ids, _edits(plan, clash, _both(plan, clash)))
    else:
        raise Invalid("These two cannot stay as one: keep one of them.")


def settle_with(plan: Plan, found: Sequence[Clash], text: str) -> None:
    """Settles all of one place with a text of one's own. Raises Unknown and Invalid."""
    first = found[0]
    if first.whole:
        raise Invalid("One person removed this and another changed it: keep ours or theirs.")
    kind = plan.kind(first.id, first.field)
    value = kind.parse(text, plan) if text.strip() else None
    ids = [id for one in found for id in one.entries]
    plan.close_dispute(ids, _edits(plan, first, value))


def _edits(plan: Plan, clash: Clash, value: Any) -> list[Edit]:
    """The edits that put a value in place; for a record that was removed, its removal."""
    if clash.whole:
        type = plan.type_of(clash.id)
        if type is None or value is not None:
            return []
        return [Edit(type, clash.id, "", plan.raw(clash.id), None, plan.who, plan.clock())]
    return plan.changes(clash.id, {clash.field: value})


def _both(plan: Plan, clash: Clash) -> Any:
    kind, now, other = plan.kind(clash.id, clash.field), clash.now, clash.other
    if isinstance(kind, _SETS):
        return [*now, *(one for one in other if one not in now)]
    if isinstance(kind, Line):
        return f"{now} / {other}"
    return f"{now.rstrip()}\n\n{other.lstrip()}"


# In words


def named(plan: Plan, clash: Clash) -> str:
    """The place as a person calls it."""
    if "." in clash.id:
        prompt = plan.curriculum.prompt(clash.id)
        return prompt.name if prompt else brief(clash.id, 60)
    label = brief(plan.label(clash.id), 60)
    return label if clash.whole else f"{label}: {field_name(plan, clash)}"


def field_name(plan: Plan, clash: Clash) -> str:
    """What the field of a record is called where it is asked."""
    record = plan.record(clash.id)
    table = plan.curriculum.home(record) if record else None
    asked = table.field(clash.field) if table else None
    return asked.name if asked else clash.field.replace("_", " ").capitalize()


def shown(plan: Plan, clash: Clash, value: Any) -> str:
    """A value of the place as a person reads it."""
    if value is None:
        return "(removed)" if clash.whole else "(empty)"
    if clash.whole:
        return "(changed, and kept)"
    try:
        kind = plan.kind(clash.id, clash.field)
    except Unknown:
        return str(value)
    return kind.show(value, plan) if kind.holds(value) else str(value)


def apart(one: str, other: str, longest: int) -> tuple[str, str]:
    """Two texts on a line each, from shortly before the place where they part."""
    first, second = (" ".join(text.split()) for text in (one, other))
    differs = (at for at, pair in enumerate(zip(first, second, strict=False)) if len({*pair}) > 1)
    until = next(differs, min(len(first), len(second)))
    start = first.rfind(" ", 0, max(0, until - _BEFORE)) + 1
    lead = "…" if start else ""
    return (brief(lead + first[start:], longest), brief(lead + second[start:], longest))
