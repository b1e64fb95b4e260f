"""What a round of rating says of each indicator, and whether it may be seen yet."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from workbook.kinds.choosing import UNKNOWN
from workbook.kinds.numbers import last_day
from workbook.records.assessing import Consensus, Rater, Rating, Round

if TYPE_CHECKING:
    from workbook.curriculum import Assessment, Dimension, Indicator
    from workbook.reading import Reading

Level = int | str
"""0 to 4, or `UNKNOWN`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said of one indicator.

    level: what was agreed, None where nothing was or nobody can say; only this counts. unknown:
    it was agreed that nobody can say. median, low, high: of the raters' levels, to show where
    nothing is agreed. evidence: whether anybody wrote what an outsider could check.
    """

    indicator: Indicator
    level: int | None = None
    unknown: bool = False
    median: float | None = None
    low: int | None = None
    high: int | None = None
    evidence: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """All that a round says. blind: rating is still going on, and nothing may be shown.

    given: each rater's levels by indicator; of two by one rater, the later. Ratings that name
    no rater are those of one.
    """

    blind: bool
    agreed: Mapping[str, Level]
    given: Mapping[str, Mapping[str, Level]]
    evidenced: frozenset[str]

    def of(self, indicator: Indicator) -> Answer:
        """What was said of one indicator."""
        levels = [one[indicator.id] for one in self.given.values() if indicator.id in one]
        known = _known(levels)
        level = self.agreed.get(indicator.id)
        return Answer(
            indicator,
            level=level if isinstance(level, int) else None,
            unknown=level == UNKNOWN,
            median=median(known) if known else None,
            low=min(known, default=None),
            high=max(known, default=None),
            evidence=indicator.id in self.evidenced,
        )

    def by_rater(self, dimension: Dimension) -> list[list[int]]:
        """For each rater who gave any, the known levels of one dimension."""
        ids = {one.id for one in dimension.indicators}
        levels = (
            _known([level for id, level in one.items() if id in ids])
            for one in self.given.values()
        )  # fmt: skip
        return [one for one in levels if one]


def _known(levels: Sequence[Level]) -> list[int]:
    return [one for one in levels if isinstance(one, int)]


def rounds(plan: Reading, assessment_id: str) -> list[Round]:
    """The rounds of an assessment, the newest first: by date, then by their order."""
    found = [one for one in plan.records(Round) if one.assessment == assessment_id]
    return sorted(found, key=lambda one: (day(one.date), one.order, one.id), reverse=True)


def times(plan: Reading, assessment_id: str) -> list[Round]:
    """The rounds of an assessment as they followed one another: the oldest first."""
    return rounds(plan, assessment_id)[::-1]


def day(date: str | None) -> datetime.date:
    """The last day that a date can mean; before all others where there is none."""
    return (last_day(date) if date else None) or datetime.date.min


def answers(plan: Reading, assessment: Assessment, round: Round | None = None) -> Answers:
    """What a round says, the newest of the assessment where none is given.

    Agreed is the consensus of the room; without one, what a single rater said of it when nobody
    else rated in the round or is expected to: the first vote of a meeting is no level.
    """
    round = round or next(iter(rounds(plan, assessment.id)), None)
    if round is None:
        return Answers(False, {}, {}, frozenset())
    ratings = plan.having(Rating, "round", round.id)
    given: dict[str, dict[str, Level]] = {}
    for one in ratings:
        if one.indicator and one.level is not None:
            given.setdefault(one.rater or "", {})[one.indicator] = one.level
    expected = {one for one in round.raters or () if plan.type_of(one) == Rater.type}
    alone = next(iter(given.values())) if len(expected | set(given)) == 1 and given else {}
    blind = _is_blind(round, given)
    evidenced = (one.indicator for one in ratings if one.indicator and (one.evidence or "").strip())
    return Answers(blind, alone | _consensus(plan, round), given, frozenset(evidenced))


def _is_blind(round: Round, given: Iterable[str]) -> bool:
    """Whether nothing of a round may be shown yet: it is open, and somebody else may still rate.

    A round that expects at most one rater, and was rated by nobody else, is that rater's own.
    """
    expected, there = set(round.raters or ()), set(given)
    own = not there - expected or (not expected and there == {""})
    return not round.closed and (len(expected) > 1 or not own)


def _consensus(plan: Reading, round: Round) -> dict[str, Level]:
    """What the room agreed; of two words on one indicator, the later."""
    return {
        one.indicator: one.level
        for one in plan.having(Consensus, "round", round.id)
        if one.indicator and one.level is not None
    }
