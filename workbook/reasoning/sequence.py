"""Which action can start, and which waits for which (field 1.5: which actions unlock others)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.reasoning.circles import circles
from workbook.records.actions import StrategicAction

if TYPE_CHECKING:
    from workbook.reading import Reading


@dataclass(frozen=True, slots=True)
class Turn:
    """One action in the order. place: 1 where nothing must come first, else one more than the
    last that it waits for; 0 where it waits for a circle, or is in one. waits: what must come
    first; opens: what waits for it; circle: the others of its circle. All by id. gone: how many
    of those that it waits for were removed."""

    id: str
    place: int
    waits: tuple[str, ...]
    opens: tuple[str, ...]
    circle: tuple[str, ...] = ()
    gone: int = 0


def sequence(plan: Reading) -> list[Turn]:
    """Every action once, what can start first; what has no place comes last."""
    given = {one.id: one.depends_on or () for one in plan.records(StrategicAction)}
    waits = {id: [one for one in ids if one in given] for id, ids in given.items()}
    opens: dict[str, list[str]] = {id: [] for id in given}
    for id, ids in waits.items():
        for one in ids:
            opens[one].append(id)
    places = _places(waits, opens)
    rings = {id: ring for ring in circles(waits) for id in ring}
    turns = [
        Turn(
            id, places.get(id, 0), tuple(waits[id]), tuple(opens[id]),
            tuple(one for one in rings.get(id, ()) if one != id) or (id,) * (id in rings),
            len(given[id]) - len(waits[id]),
        )
        for id in given
    ]  # fmt: skip
    return sorted(turns, key=lambda one: one.place or len(given) + 1)


def _places(
    waits: Mapping[str, Sequence[str]], opens: Mapping[str, Sequence[str]]
) -> dict[str, int]:
    """The places of all that wait for no circle."""
    left = {id: len(ids) for id, ids in waits.items()}
    places = {id: 1 for id, count in left.items() if not count}
    free = list(places)
    while free:
        id = free.pop()
        for one in opens[id]:
            left[one] -= 1
            if not left[one]:
                places[one] = 1 + max(places[before] for before in waits[one])
                free.append(one)
    return places
