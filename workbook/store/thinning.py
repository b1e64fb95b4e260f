"""A history that has become too long: what one person did to one field on one day becomes one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from workbook.edits import joined

if TYPE_CHECKING:
    from workbook.store.history import Group

NEWEST = 200
"""Lines at the end that stay as they are, so that undo still goes step by step."""


def thinned(groups: Sequence[Group | bytes]) -> list[Group | bytes]:
    """Lines with those joined that go together; what cannot be read stays as it is.

    Two join where the same person changed the same places on the same day (in UTC), nothing else
    touched these in between, neither takes another back, and neither was taken back. The first's
    old values and the last's new ones, time and number stay. What ends where it began goes.
    """
    until = max(0, len(groups) - NEWEST)
    undone = {one.undoes for one in groups if not isinstance(one, bytes)}
    out: dict[int, Group | bytes] = dict(enumerate(groups))
    last: dict[tuple[str, str, str], int] = {}
    remade: dict[str, int] = {}
    for number, one in enumerate(groups):
        if isinstance(one, bytes):
            continue
        places = _places(one)
        touched = {last.get(place, -1) for place in places}
        before = max(touched, default=-1)
        since = max((remade.get(id, -1) for _, id, _ in places), default=-1)
        if number < until and touched == {before} and before > since and before in out:
            earlier = out[before]
            if not isinstance(earlier, bytes) and _go_together(earlier, one, undone):
                one.edits = joined(earlier.edits, one.edits)
                del out[before]
        last |= dict.fromkeys(places, number)
        remade |= {edit.id: number for edit in one.edits if edit.whole}
    return [one for at, one in out.items() if at >= until or not _is_nothing(one)]


def _places(group: Group) -> frozenset[tuple[str, str, str]]:
    return frozenset((one.table, one.id, one.field) for one in group.edits)


def _go_together(before: Group, later: Group, undone: Collection[Group | int | None]) -> bool:
    if before.who != later.who or before.at[:10] != later.at[:10]:
        return False
    if any(one.undoes is not None or one.number in undone for one in (before, later)):
        return False
    whole = any(one.whole for one in (*before.edits, *later.edits))
    return not whole and _places(before) == _places(later)


def _is_nothing(one: Group | bytes) -> bool:
    return not isinstance(one, bytes) and all(edit.old == edit.new for edit in one.edits)
