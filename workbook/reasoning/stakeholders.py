"""Where people stand on the map of power and interest, and with whom power is to be shared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.records.coalition import Stakeholder

if TYPE_CHECKING:
    from workbook.reading import Reading

LEAST, MOST = 1, 5
"""The ends of the three scales."""
AFFECTED, DECIDES = 4, 2
"""From so much on somebody is strongly affected; up to so little they can decide little."""
HIGH = 3
"""From here on a score counts as high: whoever stands in the middle is drawn nearer."""
MEMBER = ("joined", "active")
ASKED = ("identified", "contacted", "invited")
"""The states of an invitation: of members, and of those who are none yet."""
SHARE, DECIDE, WIN, INFORM, TOUCH = "share", "decide", "win", "inform", "touch"
"""What the map advises: the entries of the list `approaches`."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Somebody of the register on the map.

    number: their place in the register, which no filter changes. power, interest, affected: 1 to
    5, None while nobody scored it. approach: an entry of the list `approaches`, "" while they
    have no place. member: whether they have joined.
    """

    id: str
    number: int
    power: int | None
    interest: int | None
    affected: int | None
    approach: str
    member: bool

    @property
    def placed(self) -> bool:
        """Whether both scores are there that give a place."""
        return self.power is not None and self.interest is not None

    @property
    def shares(self) -> bool:
        """Whether power is to be shared with them."""
        return self.approach == SHARE


def approach(power: int | None, interest: int | None, affected: int | None) -> str:
    """What the scores advise (field paper 1.2, 2).

    Whoever is strongly affected and can decide little comes first, in whichever corner they
    stand: the plain grid would only tell such people things, or watch them.
    """
    if power is None:
        return ""
    if affected is not None and affected >= AFFECTED and power <= DECIDES:
        return SHARE
    if interest is None:
        return ""
    if power >= HIGH:
        return DECIDE if interest >= HIGH else WIN
    return INFORM if interest >= HIGH else TOUCH


def marks(plan: Reading) -> list[Mark]:
    """Everybody in the register but those who left, in its order."""
    found = enumerate(plan.records(Stakeholder), 1)
    return [_mark(one, number) for number, one in found if one.status != "left"]


def _mark(one: Stakeholder, number: int) -> Mark:
    power, interest, affected = map(_level, (one.power, one.interest, one.affected))
    advised = approach(power, interest, affected)
    return Mark(one.id, number, power, interest, affected, advised, is_member(one))


def _level(value: int | str | None) -> int | None:
    return value if isinstance(value, int) else None


def is_member(one: Stakeholder) -> bool:
    """Whether somebody has joined; who has a vote and no state of invitation has too."""
    return one.status in MEMBER or (one.status is None and one.votes is True)


def cells(found: Iterable[Mark]) -> dict[tuple[int, int], list[Mark]]:
    """The marks that have a place, by interest and power."""
    placed: dict[tuple[int, int], list[Mark]] = defaultdict(list)
    for one in found:
        if one.power is not None and one.interest is not None:
            placed[one.interest, one.power].append(one)
    return dict(placed)


def moved(level: int | None, by: int) -> int:
    """A score after one step on the map; who has no place yet begins in the middle."""
    middle = (LEAST + MOST) // 2
    return middle if level is None else min(max(level + by, LEAST), MOST)
