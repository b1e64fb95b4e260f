"""The team's own judgment of each condition: what chapter 1 of the toolkit leaves to them."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from workbook.reasoning.rounds import day, rounds
from workbook.records.assessing import Judgement

if TYPE_CHECKING:
    from workbook.plan import Plan
    from workbook.reading import Reading
    from workbook.records.assessing import Round


def newest(plan: Reading, before: datetime.date = datetime.date.max) -> dict[str, Judgement]:
    """The newest judgment of each dimension, of those made before a day; of two of one day the
    later row. One without a date counts as the first."""
    found = [one for one in plan.records(Judgement) if day(one.date) < before]
    return {one.dimension: one for one in sorted(found, key=_day) if one.dimension}


def _day(one: Judgement) -> datetime.date:
    return day(one.date)


def of_round(plan: Plan, round: Round) -> dict[str, Judgement]:
    """The judgments that stood after a round, by dimension: the newest before the next round."""
    later = [one for one in rounds(plan, round.assessment or "") if day(one.date) > day(round.date)]
    end = min((day(one.date) for one in later), default=datetime.date.max)
    return newest(plan, end)


def is_of(judgement: Judgement, round: Round) -> bool:
    """Whether a judgment was made on a round: on its day or later, or on no day that is said."""
    return not judgement.date or day(judgement.date) >= day(round.date)
