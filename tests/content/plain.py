"""How plain a text is: what of the content is shown, its sentences, its reading grade."""

import re
from collections.abc import Iterable, Iterator

from tests.content.sayings import Saying, words
from workbook.reasoning.language.ease import syllables

NAMES = {
    "id", "of", "kind", "list", "map", "to", "each", "principle", "columns", "read", "words",
    "where", "assessment", "scale", "predictor", "pillar", "unit", "direction", "form",
    "step", "find", "explain", "severity", "called", "date", "done", "who", "unless", "topic",
}  # fmt: skip
"""Keys whose values are names of the program, which nobody reads."""
LABELS = {
    "name", "short", "title", "place", "publisher", "year", "source", "word", "one", "many",
    "lead", "hint", "instead",
}  # fmt: skip
"""Keys whose values are names, titles, citations and forms of words: shown, and no sentences."""
_MARKS = re.compile(r"[*_`#>]|^\s*(-|\d+\.)\s+", re.MULTILINE)
_ENDS = re.compile(r"(?<=[.?!])[\"”’)]*\s+|\n+")


def shown(said: Iterable[Saying]) -> Iterator[Saying]:
    """What a reader meets, without the names that only the program reads."""
    return (one for one in said if one.key not in NAMES and words(one.text))


def prose(said: Iterable[Saying]) -> Iterator[Saying]:
    """What is written in sentences."""
    return (one for one in shown(said) if one.key not in LABELS)


def sentences(text: str) -> list[str]:
    """The sentences of a text in Markdown; an item of a list is one."""
    return [one for one in _ENDS.split(_MARKS.sub("", text)) if words(one)]


def grade(texts: Iterable[str]) -> float:
    """The school grade that these texts ask of a reader (Flesch and Kincaid, 1975)."""
    all_ = [words(one) for text in texts for one in sentences(text)]
    count = sum(map(len, all_))
    spoken = sum(syllables(word) for one in all_ for word in one)
    return 0.39 * count / len(all_) + 11.8 * spoken / count - 15.59
