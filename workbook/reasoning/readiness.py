"""The profile of an assessment: one level a condition, never a total and never a pass mark.

The calculation is that of the field paper, 3.5; that no threshold exists is the toolkit's own
word (ch. 1). The same machine reads readiness, the building blocks, coalition health and the
others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.reasoning.rounds import Answer, Answers, answers, day
from workbook.records.assessing import TeamLine

if TYPE_CHECKING:
    from workbook.curriculum import Assessment, Dimension, Indicator
    from workbook.reading import Reading
    from workbook.records.assessing import Round

CLAIM_ABOVE = 2
"""From the next level on, an outsider could check what is said (field paper, 3.3)."""
LOWEST_SHOWN = 3
"""How many of the lowest make the list of gaps where the team drew no line."""
WIDE = 1.5
"""Levels between two raters' means above which their spread is said in words (look.md 5)."""
_TOP = 4
_BANDS = (
    (9, "not_there"), (19, "talked_about"), (29, "under_way"), (35, "in_place"), (40, "holding"),
)  # fmt: skip
"""Words of map.toml for levels of the readiness scale, by the tenths up to which they hold."""


@dataclass(frozen=True, slots=True)
class Lowest:
    """The first indicator at the lowest level, and how many more stand there."""

    indicator: Indicator
    level: int
    more: int


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of an assessment.

    level: 0 to 4 with one decimal, None while fewer than half of the indicators are known.
    word: the level in words, "" where its scale has none of ours. answered, of: the indicators
    that are known, and all. evidence: how many of the known have evidence. claims: known ones
    above 2 without any; claimed: their part of the level. spread: the lowest and the highest
    mean of a rater, None for fewer than two. line: the team's own, None where it drew none.
    gaps: what is below the line, else the three lowest. blind: rating is still going on, so
    nothing that was rated is here.
    """

    dimension: Dimension
    of: int
    blind: bool = False
    level: float | None = None
    word: str = ""
    answered: int = 0
    evidence: int = 0
    lowest: Lowest | None = None
    claims: tuple[Indicator, ...] = ()
    claimed: float = 0.0
    spread: tuple[float, float] | None = None
    line: int | None = None
    gaps: tuple[Indicator, ...] = ()
    indicators: tuple[Answer, ...] = ()


def profile(plan: Reading, assessment_id: str, round: Round | None = None) -> list[Condition]:
    """The conditions of an assessment as a round left them; the newest where none is given.

    Takes the plan itself, not its public view: without raters, several would pass for one.
    Raises KeyError for an assessment that is not in the content.
    """
    assessment = plan.curriculum.assessments[assessment_id]
    found = answers(plan, assessment, round)
    lines = _lines(plan)
    return [
        Condition(one, len(one.indicators), blind=True, line=lines.get(one.id))
        if found.blind
        else _condition(assessment, one, found, lines.get(one.id), plan.curriculum.map_words)
        for one in assessment.dimensions
    ]


def _condition(
    assessment: Assessment, dimension: Dimension, found: Answers, line: int | None,
    words: Mapping[str, str],
) -> Condition:  # fmt: skip
    all_ = tuple(found.of(one) for one in dimension.indicators)
    known = [(one, one.level) for one in all_ if one.level is not None]
    claims = [(one, level) for one, level in known if level > CLAIM_ABOVE and not one.evidence]
    level = _mean([level for _, level in known]) if 2 * len(known) >= len(all_) and known else None
    return Condition(
        dimension, len(all_), level=level, word=_word(assessment, level, words),
        answered=len(known), evidence=sum(one.evidence for one, _ in known), lowest=_lowest(known),
        claims=tuple(one.indicator for one, _ in claims),
        claimed=sum(level for _, level in claims) / len(known) if known else 0.0,
        spread=_spread(found, dimension), line=line, gaps=_gaps(known, line),
        indicators=all_,
    )  # fmt: skip


def widest(conditions: Sequence[Condition]) -> Condition | None:
    """The condition on which raters lie furthest apart, the first of several; None for none."""
    spread = [one for one in conditions if one.spread and one.spread[1] > one.spread[0]]
    return max(spread, key=_width, default=None)


def _width(one: Condition) -> float:
    return round(one.spread[1] - one.spread[0], 1) if one.spread else 0.0


def is_wide(one: Condition) -> bool:
    """Whether raters lie so far apart that the drawing says how far (look.md 5)."""
    return _width(one) > WIDE


def _mean(levels: Sequence[int]) -> float:
    """The mean to one decimal, half up: 2.25 is 2.3."""
    return (20 * sum(levels) + len(levels)) // (2 * len(levels)) / 10


def _word(assessment: Assessment, level: float | None, words: Mapping[str, str]) -> str:
    if level is None or assessment.scale != "readiness-scale":
        return ""
    return words[next(key for most, key in _BANDS if round(level * 10) <= most)]


def _lowest(known: Sequence[tuple[Answer, int]]) -> Lowest | None:
    if not known:
        return None
    least = min(level for _, level in known)
    there = [one.indicator for one, level in known if level == least]
    return Lowest(there[0], least, len(there) - 1)


def _spread(found: Answers, dimension: Dimension) -> tuple[float, float] | None:
    """The lowest and the highest of the raters' means."""
    means = [_mean(levels) for levels in found.by_rater(dimension)]
    return (min(means), max(means)) if len(means) > 1 else None


def _gaps(known: Sequence[tuple[Answer, int]], line: int | None) -> tuple[Indicator, ...]:
    """What is below the team's line; without a line the three lowest that can still rise."""
    if line is not None:
        return tuple(one.indicator for one, level in known if level < line)
    rising = sorted((pair for pair in known if pair[1] < _TOP), key=lambda pair: pair[1])
    return tuple(one.indicator for one, _ in rising[:LOWEST_SHOWN])


def _lines(plan: Reading) -> dict[str, int]:
    """The team's own line by dimension; of two, the later."""
    found = sorted(plan.records(TeamLine), key=lambda one: day(one.date))
    return {
        one.dimension: one.level
        for one in found
        if one.dimension and isinstance(one.level, int)
    }  # fmt: skip
