"""Priorities and actions on weighted criteria: what each comes to and from which parts, and how
little would change what comes first. Exact: in fractions, and not tried out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from workbook.reading import Reading
from workbook.records import Record
from workbook.records.actions import StrategicAction
from workbook.records.data import Priority


@dataclass(frozen=True, slots=True)
class Subject:
    """What is weighed. criteria: the list of them. weights: the answer that says how much each
    counts."""

    type: type[Record]
    criteria: str
    weights: str


PRIORITIES = Subject(Priority, "priority-criteria", "data.weights")
ACTIONS = Subject(StrategicAction, "action-criteria", "actions.weights")
LEAST, MOST = 1, 5
"""The ends of a score, and of a weight as it is asked for."""
HIGHEST = MOST
"""A weight is moved from 0, which leaves its criterion out, to here."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One thing that is weighed. scores: by criterion; one that is missing stands in no part."""

    id: str
    scores: Mapping[str, int]

    def total(self, weights: Mapping[str, Fraction]) -> Fraction:
        """Its scores by their weights, added up."""
        return sum((weights[one] * score for one, score in self.scores.items()), Fraction(0))


@dataclass(frozen=True, slots=True)
class Swing:
    """The least change of one weight by which others draw level with what comes first; a step
    further they pass it. level: the weight at which that is. others: who draws level."""

    criterion: str
    now: Fraction
    level: Fraction
    others: tuple[str, ...]

    @property
    def change(self) -> Fraction:
        """By how much the weight moves, less than 0 where it falls."""
        return self.level - self.now


def swings(
    items: Sequence[Weighed], weights: Mapping[str, Fraction], highest: int = HIGHEST
) -> list[Swing]:
    """The smallest changes of one weight, the others as they are, that change what comes first.

    items: all with a score for every criterion of `weights`. A weight moves between 0 and
    `highest`. Several where the changes are as small as each other; [] where no weight alone can
    do it, where the first place is shared already, or where there is only one.
    """
    first = leaders(items, weights)
    if len(first) != 1:
        return []
    found = [
        one for criterion in weights
        for one in _of(first[0], items, weights, criterion)
        if 0 <= one.level <= highest and _passes(one, highest)
    ]  # fmt: skip
    least = min((abs(one.change) for one in found), default=None)
    return [one for one in found if abs(one.change) == least]


def leaders(items: Sequence[Weighed], weights: Mapping[str, Fraction]) -> list[Weighed]:
    """What comes first; several where they are level."""
    totals = [one.total(weights) for one in items]
    most = max(totals, default=Fraction(0))
    return [one for one, total in zip(items, totals, strict=True) if total == most]


def _of(
    first: Weighed, items: Sequence[Weighed], weights: Mapping[str, Fraction], criterion: str
) -> list[Swing]:
    """For one weight, where the nearest of the others draw level on either side.

    The lead over another is a straight line in the weight: it is 0 at one place or nowhere.
    """
    meets: dict[Fraction, list[str]] = {}
    for other in items:
        slope = first.scores[criterion] - other.scores[criterion]
        if other is not first and slope:
            lead = first.total(weights) - other.total(weights)
            meets.setdefault(-lead / slope, []).append(other.id)
    now = weights[criterion]
    nearest = [
        min(side, key=abs)
        for side in ([one for one in meets if one < 0], [one for one in meets if one > 0])
        if side
    ]
    return [Swing(criterion, now, now + one, tuple(meets[one])) for one in nearest]


def _passes(swing: Swing, highest: int) -> bool:
    """Whether there is room beyond the level place, so that the other comes first alone."""
    return swing.level < highest if swing.change > 0 else swing.level > 0


@dataclass(frozen=True, slots=True)
class Scale:
    """All records of a subject weighed. weights: by criterion, in the order of the list. items:
    those with every score, what comes to most first. unscored: the criteria that a record lacks,
    by id. weighed: whether the team has set weights."""

    subject: Subject
    weights: Mapping[str, Fraction]
    items: Sequence[Weighed]
    unscored: Mapping[str, Sequence[str]]
    weighed: bool

    @property
    def first(self) -> list[str]:
        """The ids of what comes first; several where they are level."""
        return [one.id for one in leaders(self.items, self.weights)]

    @property
    def swings(self) -> list[Swing]:
        """How little would change that."""
        return swings(self.items, self.weights)


def scale(reading: Reading, subject: Subject = PRIORITIES) -> Scale:
    """The plan's records on their criteria. A criterion without a weight counts nothing, once one
    has a weight; before that all count the same."""
    given = reading.answer(subject.weights)
    said = {id: n for id, n in (given or {}).items() if _is_score(n)}
    criteria = list(reading.options(subject.criteria))
    counted = [one for one in criteria if one in said] or criteria
    weights = {one: Fraction(said.get(one, 1)) for one in counted}
    items, unscored = [], {}
    for one in reading.records(subject.type):
        given = reading.value(one, "scores") or {}
        scores = {id: n for id, n in given.items() if id in weights and _is_score(n)}
        if missing := [id for id in weights if id not in scores]:
            unscored[one.id] = missing
        else:
            items.append(Weighed(one.id, scores))
    items.sort(key=lambda one: -one.total(weights))
    return Scale(subject, weights, items, unscored, bool(said))


def _is_score(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and LEAST <= value <= MOST
