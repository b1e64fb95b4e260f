"""How easily English text reads: its words, sentences and syllables, and two formulas over them.

Ease is R. Flesch's (A new readability yardstick, Journal of Applied Psychology 32, 1948): 0 is
hard, 100 easy, 60 to 70 plain English. Grade is J. P. Kincaid's and others' (Research Branch Report
8-75, 1975): years of school in the United States. Both say how long words and sentences are, and
nothing of whether a text is true, kind or clear. Syllables are counted by a rule of our own: runs
of vowels, without an e that is written and not spoken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workbook.reasoning.language.sentences import Part, sentences

_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouyscgxz])es$"
)


@dataclass(frozen=True, slots=True)
class Ease:
    """What was counted in a text."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0

    def __add__(self, other: Ease) -> Ease:
        return Ease(
            self.words + other.words,
            self.sentences + other.sentences,
            self.syllables + other.syllables,
        )

    @property
    def score(self) -> float:
        """Flesch's reading ease; 100 for no text."""
        if not self.words:
            return 100.0
        return 206.835 - 1.015 * self._long - 84.6 * self.syllables / self.words

    @property
    def of_100(self) -> float:
        """The score within the scale on which it is read: a few short words, or one endless
        sentence, pass its ends."""
        return min(100.0, max(0.0, self.score))

    @property
    def grade(self) -> float:
        """The grade of Flesch and Kincaid, 0 at the least."""
        if not self.words:
            return 0.0
        return max(0.0, 0.39 * self._long + 11.8 * self.syllables / self.words - 15.59)

    @property
    def _long(self) -> float:
        return self.words / max(1, self.sentences)


def words(text: str) -> list[str]:
    """The words of a text; a number is one, and so is what a hyphen binds."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """About how many syllables a word has; a figure is read as one."""
    plain = re.sub(r"[^a-z]", "", word.casefold())
    return max(1, len(_VOWELS.findall(_SILENT.sub("", plain))))


def ease(texts: Iterable[str]) -> Ease:
    """What is counted in texts, each of which ends its last sentence."""
    found = Ease()
    for text in texts:
        for one in sentences(text, Part(0, len(text))):
            said = words(text[one.start : one.end])
            if said:
                found += Ease(len(said), 1, sum(map(syllables, said)))
    return found
