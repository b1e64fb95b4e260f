"""What comes first on the team's weighted criteria, and how little would change that."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from workbook.map import drawn
from workbook.map.outline import Blocks, Paragraph, Text
from workbook.map.sentences import joined
from workbook.map.showing import Showing
from workbook.map.wording import Wording
from workbook.plan import Plan
from workbook.reading import Reading
from workbook.reasoning.weighing import Scale, scale


def blocks(showing: Showing, plan: Plan) -> Blocks:
    """The sentences, where two or more priorities are scored on criteria with weights."""
    found = scale(showing.view)
    if not found.weighed or len(found.items) < 2:
        return ()
    told_of = Paragraph((Text(" ".join(told(showing.view, found))),))
    return (told_of, *drawn.priorities(showing))


def told(reading: Reading, found: Scale) -> Iterator[str]:
    """What comes first, and the smallest change of one weight that would change it."""
    words = Wording(reading.curriculum.map_words)
    first = [reading.label(one) for one in found.first]
    if len(first) > 1:
        yield words("level_weighed", titles=joined(first, words("and")))
    elif first:
        yield words("first_weighed", title=first[0])
        yield from _swings(reading, found, words)


def _swings(reading: Reading, found: Scale, words: Wording) -> Iterator[str]:
    swings, options = found.swings, reading.options(found.subject.criteria)
    for one in swings:
        others = joined([reading.label(id) for id in one.others], words("and"))
        yield words(
            "swing", criterion=options[one.criterion].name, now=written(one.now),
            level=written(one.level), titles=others,
        )  # fmt: skip
    if not swings and len(found.items) > 1:
        yield words("no_swing")


def written(number: Fraction) -> str:
    """A fraction as it is read aloud, exactly: 4, 2 1/3, 1/2."""
    whole, rest = divmod(number, 1)
    part = f"{rest.numerator}/{rest.denominator}" if rest else ""
    return " ".join(filter(None, (str(whole) if whole or not rest else "", part)))
