"""What is claimed, and what an outsider could check."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbook.reasoning.checks.check import Check, Found
from workbook.reasoning.checks.looks import empty
from workbook.reasoning.readiness import profile
from workbook.reasoning.rounds import rounds
from workbook.records.assessing import Consensus, Rating
from workbook.records.embarking import Commitment

if TYPE_CHECKING:
    from workbook.curriculum import Assessment
    from workbook.reasoning.checks.ground import Ground

SCALE = "readiness-scale"
"""The scale on which a level from 3 on needs something an outsider could check (field 3.3)."""


def _claims(ground: Ground) -> Iterator[Found]:
    """Levels above 2 without evidence, in the newest round of each assessment. While it is open,
    nothing of it is said."""
    for one in ground.plan.curriculum.assessments.values():
        newest = next(iter(rounds(ground.plan, one.id)), None) if one.scale == SCALE else None
        if newest is not None:
            yield from _claimed(ground, one, newest.id)


def _claimed(ground: Ground, assessment: Assessment, round: str) -> Iterator[Found]:
    claims = [one for part in profile(ground.plan, assessment.id) for one in part.claims]
    if not claims:
        return
    rated: list[Rating | Consensus] = [
        *ground.plan.having(Rating, "round", round), *ground.plan.having(Consensus, "round", round)
    ]  # fmt: skip
    places = {one.indicator: one.id for one in rated}
    for claim in claims:
        yield Found(places[claim.id], "", {"what": claim.name})


CLAIMS = (
    Check(
        "claim-without-evidence", "note", "",
        "“{what}” is said to be in place, and nothing is written that an outsider could check.",
        "Write the letter, budget line, date or figure that shows it, or agree on a lower level.",
        "field paper 3.3", _claims,
    ),
    Check(
        "commitment-without-proof", "warning", "embarking",
        "{it}: nothing shows it that an outsider could check.",
        "Write what shows it: a letter, a budget line, a vote, a date in a calendar.",
        "toolkit ch. 1", empty(Commitment, "proof"), ("commitment.proof",),
    ),
)  # fmt: skip
"""Claims to check."""
