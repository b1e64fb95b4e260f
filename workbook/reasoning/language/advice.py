"""What in one text a writer may want to look at again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.curriculum.language import Advice, Sought
from workbook.reasoning.language.exempt import blanked
from workbook.reasoning.language.meeting import Met, meetings
from workbook.reasoning.language.sentences import Part, paragraphs
from workbook.reasoning.language.turns import TURNS, Lists, Paragraph

if TYPE_CHECKING:
    from workbook.curriculum.language import Language


@dataclass(frozen=True, slots=True)
class Words:
    """What a text is held against. own: words that the team itself advises against; names: what
    carries over as it is, such as the names of metrics, and the words that the team keeps."""

    language: Language
    own: tuple[Advice, ...] = ()
    names: tuple[Sought, ...] = ()


def advise(text: str, words: Words, turns: Collection[str] = TURNS.keys()) -> list[Met[Advice]]:
    """What a text holds of words and turns to avoid, in its order: place, reason, source and
    suggestion (field paper 6.2 and 6.3). turns: which turns of whole sentences are looked for.

    Advice and no verdict. What stands in quotation marks is left alone, and so are names. Of
    several about one word the longest counts, of turns about one piece the first of `TURNS`, and
    of a turn and a word that cross the word.
    """
    seen = blanked(text, words.names)
    found = _longest(meetings(seen, (*words.language.avoid.values(), *words.own)))
    all_ = _turns(text, seen, words.language, turns)
    found += [one for one in all_ if not any(_crosses(one, word) for word in found)]
    return sorted(found, key=lambda one: (one.start, -one.end))


def _crosses(turn: Met[Advice], word: Met[Advice]) -> bool:
    """Whether a turn shares letters with a word and does not hold all of it."""
    return (
        turn.start < word.end
        and word.start < turn.end
        and (word.start < turn.start or turn.end < word.end)
    )


def _longest(found: list[Met[Advice]]) -> list[Met[Advice]]:
    """Without those that lie within another; they come in their order, of two the longer first."""
    kept: list[Met[Advice]] = []
    reached = 0
    for one in found:
        if one.end > reached:
            kept.append(one)
            reached = one.end
    return kept


def _turns(text: str, seen: str, language: Language, turns: Collection[str]) -> list[Met[Advice]]:
    lists, found = Lists(language), dict[Part, Met[Advice]]()
    for number, part in enumerate(paragraphs(text)):
        here = Paragraph(seen, text, part, first=number == 0)
        for id, look in TURNS.items():
            if (advice := language.rules.get(id)) and id in turns:
                for one in look(here, lists):
                    found.setdefault(one, Met(*one, advice))
    return [*found.values()]
