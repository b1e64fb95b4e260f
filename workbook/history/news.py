"""What others changed since somebody was last here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbook.history.past import plainly
from workbook.history.recalling import VOTES
from workbook.reasoning.telling.sentences import meant
from workbook.store.history import Group
from workbook.store.seen import Seen


@dataclass(frozen=True, slots=True)
class News:
    """What others changed. people: how many places each, who changed most first. first: the number
    of the first such change."""

    people: tuple[tuple[str, int], ...] = ()
    first: int = 0

    def __bool__(self) -> bool:
        return bool(self.people)


def news(groups: Sequence[Group], last: Seen | None, who: str) -> News:
    """What others than `who` changed after they were last here; nothing for somebody new.

    A row that somebody added counts as one thing, with all that they wrote in it. What came back
    to where it was counts too. Votes are not counted, for nobody is told of them. New is what has
    a later number; where the history is another one, that does not go so far, a later time.
    """
    if last is None:
        return News()
    newest = max((one.number or 0 for one in groups), default=0)
    found: dict[str, set[tuple[str, str, str]]] = {}
    first = 0
    for group in groups:
        new = (group.number or 0) > last.number if newest >= last.number else group.at > last.at
        if group.who.casefold() == who.casefold() or not new:
            continue
        if places := _places(group):
            mine = found.setdefault(group.who, set())
            mine |= {one for one in places if (*one[:2], "") not in mine or not one[2]}
            first = first or group.number or 0
    counts = [(name, len(places)) for name, places in found.items()]
    return News(tuple(sorted(counts, key=lambda one: -one[1])), first)


def _places(group: Group) -> set[tuple[str, str, str]]:
    edits = [one for one in meant(plainly(group.edits)) if one.old != one.new]
    return {(one.table, one.id, one.field) for one in edits if one.table not in VOTES}
