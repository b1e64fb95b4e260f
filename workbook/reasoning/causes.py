"""The tree of whys: what holds each priority in place, from the first why down (field 1.5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.reasoning.circles import circles
from workbook.records.actions import RootCause, StrategicAction
from workbook.records.data import Priority

if TYPE_CHECKING:
    from workbook.reading import Reading


@dataclass(frozen=True, slots=True)
class Why:
    """One cause at its place in the tree.

    rails: of each step above it, the first why first, whether another stands below that one on
    the same level; last: whether none stands below this one. children: how many whys it has.
    actions: the ids of those that reach it; deeper: whether one reaches a cause below it.
    """

    cause: RootCause
    rails: tuple[bool, ...]
    last: bool
    children: int
    actions: tuple[str, ...]
    deeper: bool

    @property
    def depth(self) -> int:
        """How many causes stand above it."""
        return len(self.rails)


@dataclass(frozen=True, slots=True)
class Tree:
    """The whys of one priority, each after the one that it explains.

    priority: its id, "" for causes that explain no priority. broken: why these hang in no tree:
    "circle" for causes that explain themselves, "gone" for those that explain what was removed.
    """

    priority: str
    whys: tuple[Why, ...]
    broken: str = ""


def trees(plan: Reading) -> list[Tree]:
    """A tree for each priority, then one of causes without a priority, then what hangs in none.

    Every cause is in one tree, once. A cause hangs under the one that it explains, whatever
    priority either names.
    """
    found = _Whys(plan)
    whole = [Tree(one.id, found.under_priority(one.id)) for one in plan.records(Priority)]
    rest = [
        Tree("", found.under_priority("")),
        Tree("", found.of_gone(), "gone"),
        Tree("", found.in_circles(), "circle"),
    ]
    return whole + [one for one in rest if one.whys]


class _Whys:
    """The causes of a plan by what they hang under."""

    def __init__(self, plan: Reading) -> None:
        self._causes = {one.id: one for one in plan.records(RootCause)}
        self._priorities = {one.id for one in plan.records(Priority)}
        self._actions: dict[str, list[str]] = {}
        for action in plan.records(StrategicAction):
            for id in action.causes or ():
                self._actions.setdefault(id, []).append(action.id)
        self._deeper = self._above_actions()
        above = {id: [one] if (one := self._parent(id)) else [] for id in self._causes}
        self._circles = {id for circle in circles(above) for id in circle}
        self._under: dict[str, list[str]] = {}
        for id, parents in above.items():
            if id not in self._circles:
                self._under.setdefault(parents[0] if parents else "", []).append(id)

    def _parent(self, id: str) -> str:
        """The cause that a cause explains, "" where it explains none that is there."""
        cause = self._causes.get(id)
        return cause.parent if cause and cause.parent in self._causes else ""

    def under_priority(self, priority: str) -> tuple[Why, ...]:
        """The first whys of a priority, with all below them; "" for those of none."""
        first = [
            id
            for id in self._under.get("", ())
            if not self._is_loose(id) and self._priority(id) == priority
        ]
        return tuple(self._walk(first, ()))

    def of_gone(self) -> tuple[Why, ...]:
        """Causes that explain a removed one, with all below them."""
        return tuple(self._walk([id for id in self._under.get("", ()) if self._is_loose(id)], ()))

    def in_circles(self) -> tuple[Why, ...]:
        """Causes that explain themselves, with all that hangs below."""
        return tuple(self._walk([id for id in self._causes if id in self._circles], ()))

    def _is_loose(self, id: str) -> bool:
        return bool(self._causes[id].parent) and self._causes[id].parent not in self._causes

    def _priority(self, id: str) -> str:
        named = self._causes[id].priority or ""
        return named if named in self._priorities else ""

    def _walk(self, first: Sequence[str], rails: tuple[bool, ...]) -> Iterator[Why]:
        """The causes of one level, each followed by those below it; without recursion, for a
        chain may be as long as the plan."""
        open_ = [(iter(enumerate(first)), len(first), rails)]
        while open_:
            level, count, rails = open_[-1]
            number, id = next(level, (0, ""))
            if not id:
                open_.pop()
                continue
            below = self._under.get(id, [])
            last = number == count - 1
            actions = tuple(self._actions.get(id, ()))
            yield Why(self._causes[id], rails, last, len(below), actions, id in self._deeper)
            open_.append((iter(enumerate(below)), len(below), (*rails, not last)))

    def _above_actions(self) -> set[str]:
        """The causes below which an action reaches one."""
        found: set[str] = set()
        for id in self._actions:
            above = self._parent(id)
            while above and above not in found:
                found.add(above)
                above = self._parent(above)
        return found


def conditions(whys: Sequence[Why], named: Sequence[str]) -> Mapping[str, int]:
    """How many causes each of the six conditions holds, in the order of `named`; 0 where nobody
    has looked yet."""
    counts = Counter(one.cause.condition for one in whys)
    return {id: counts[id] for id in named}


def may_hang_under(plan: Reading, cause: str) -> list[str]:
    """The causes under which a cause may be hung: all but itself and those below it."""
    below = {cause}
    under: dict[str, list[str]] = {}
    for one in plan.records(RootCause):
        under.setdefault(one.parent or "", []).append(one.id)
    waiting = [cause]
    while waiting:
        fresh = [one for one in under.get(waiting.pop(), ()) if one not in below]
        below.update(fresh)
        waiting += fresh
    return [one.id for one in plan.records(RootCause) if one.id not in below]
