"""Turns of whole sentences that put the blame on people (field paper 6.3).

Each rule looks at one paragraph in which what is not the writer's own is blank, and yields the
pieces that it is about. The words that it looks for are the lists of language.toml.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from workbook.curriculum.language import expression
from workbook.reasoning.language.sentences import Part, sentences

if TYPE_CHECKING:
    from workbook.curriculum.language import Language

_BETWEEN = r"(?:who|here|there|also|often|still|simply|just|usually|sometimes|always|too|\w+ly)"
_WHERE = r"(?:in|from|of|on|at|with|without|near|around)(?:\s+[\w'’-]+){1,4}?"
_NUMBER = r"(?:[\d.,]+|one|two|three|four|five|six|seven|eight|nine|ten|\w+ty(?:-\w+)?)"
_FIGURE = re.compile(
    r"(?:(?:about|almost|nearly|over|only|some|fully|just|around|roughly|more than|less than|"
    r"fewer than|at least|in \d{4},?)\s+)*"
    r"(?:(?:the|a|our)\s+(?:[\w-]+\s+){0,3}(?:rate|share|percentage|proportion|number)\s+"
    r"(?:of|for|among)\b|"
    rf"{_NUMBER}\s*(?:%|per ?cent\b|(?:in|of|out of)\s+(?:every\s+)?{_NUMBER}\b)|"
    r"(?:a|one|two|three|four)[- ](?:half|thirds?|quarters?|fifths?|tenths?)\b|half of\b)",
    re.IGNORECASE,
)
"""A share at the beginning of a sentence: 31 %, one in three, half of, the rate for."""
_DIGIT = re.compile(rf"\d|\b{_NUMBER}\b", re.IGNORECASE)
_EARLY = 6
"""Words within which a text begins with a figure."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph to look at. text: the whole text, blanked; whole: the same as it was written.
    first: whether nothing stands before it."""

    text: str
    whole: str
    part: Part
    first: bool

    @property
    def sentences(self) -> Iterator[Part]:
        """Its sentences."""
        return sentences(self.whole, self.part)


class Lists:
    """The word lists of language.toml as patterns; an empty one finds nothing."""

    def __init__(self, language: Language) -> None:
        self._find = {id: one.find for id, one in language.lists.items()}

    def pattern(self, id: str) -> re.Pattern[str]:
        """What finds a word of a list."""
        return _expression(self._find.get(id, ()))

    @property
    def at_fault(self) -> re.Pattern[str]:
        """A word for a group, then where or how, then a verb that finds fault."""
        people = (*self._find.get("groups", ()), *self._find.get("people", ()))
        return _at_fault(people, self._find.get("faults", ()))


@lru_cache(maxsize=64)
def _expression(find: tuple[str, ...]) -> re.Pattern[str]:
    return expression(find)


@lru_cache(maxsize=8)
def _at_fault(groups: tuple[str, ...], faults: tuple[str, ...]) -> re.Pattern[str]:
    group, fault = _expression(groups).pattern, _expression(faults).pattern
    between = rf"(?:\s+{_BETWEEN}){{0,2}}"
    return re.compile(rf"{group}{between}(?:\s+{_WHERE}){{0,2}}{between}\s+{fault}", re.IGNORECASE)


def gap_without_cause(here: Paragraph, lists: Lists) -> Iterator[Part]:
    """Sentences with a word for a group and one for a gap, where no cause is in the paragraph."""
    if lists.pattern("causes").search(here.whole, *here.part):
        return
    for one in here.sentences:
        both = all(lists.pattern(id).search(here.text, *one) for id in ("groups", "gaps"))
        if both and not lists.pattern("ties").search(here.whole, *one):
            yield one


def people_at_fault(here: Paragraph, lists: Lists) -> Iterator[Part]:
    """Groups as the subject of a verb that finds fault, where the sentence names no cause."""
    for one in here.sentences:
        for found in lists.at_fault.finditer(here.text, *one):
            if not lists.pattern("ties").search(here.whole, *one):
                yield Part(*found.span())


def figure_first(here: Paragraph, lists: Lists) -> Iterator[Part]:
    """The first sentence of a text, where it begins with a figure about a group and gives no
    cause."""
    if not here.first:
        return
    one = next(here.sentences)
    early = " ".join(here.text[one.start : one.end].split()[:_EARLY])
    if (
        _FIGURE.match(early)
        and _DIGIT.search(here.text, *one)
        and lists.pattern("groups").search(here.text, *one)
        and not lists.pattern("ties").search(here.whole, *one)
    ):
        yield one


def yardstick(here: Paragraph, lists: Lists) -> Iterator[Part]:
    """Comparisons that take one group for the norm."""
    for found in lists.pattern("yardsticks").finditer(here.text, *here.part):
        yield Part(*found.span())


TURNS: Mapping[str, Callable[[Paragraph, Lists], Iterator[Part]]] = {
    "people-at-fault": people_at_fault,
    "yardstick": yardstick,
    "gap-without-cause": gap_without_cause,
    "figure-first": figure_first,
}
"""What finds each rule of language.toml, by its id; of two about one piece the first counts."""
