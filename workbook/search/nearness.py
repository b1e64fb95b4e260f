"""Words that are nearly another: what a slip of the finger makes of it.

Our own few lines and no library: a filter over all words by their letters leaves a handful to
measure, so that compiled code would save a few milliseconds of a key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

LEAST, LONG = 4, 8
"""Letters from which one slip is forgiven, and from which two are."""


def forgiven(word: str) -> int:
    """How many slips a typed word may have: none in a short one, or in one with a number."""
    if len(word) < LEAST or any(one.isdigit() for one in word):
        return 0
    return 1 if len(word) < LONG else 2


def letters(word: str) -> int:
    """Which letters a word has, as bits: two words that are near have nearly the same."""
    bits = 0
    for one in word:
        bits |= 1 << ord(one) % 61
    return bits


class Slips:
    """Counts the slips between a typed word and others: a letter too many, one too few, another
    one, or two that changed places (Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein
    and Damerau edit distances")."""

    def __init__(self, typed: str) -> None:
        self._length, self._at = len(typed), dict[str, int]()
        for place, one in enumerate(typed):
            self._at[one] = self._at.get(one, 0) | 1 << place

    def of(self, word: str) -> tuple[int, int]:
        """The slips up to a whole word, and up to the beginning of it that is nearest, which has
        as many letters as was typed or more."""
        count = nearest = self._length
        every = (1 << self._length) - 1
        last = 1 << self._length - 1
        more, less, same, before = every, 0, 0, 0
        for place, one in enumerate(word, 1):
            at = self._at.get(one, 0)
            turned = ((~same & at) << 1) & before
            same = ((((at & more) + more) ^ more) | at | less | turned) & every
            up = less | (every & ~(same | more))
            down = same & more
            count += bool(up & last) - bool(down & last)
            up, down = (up << 1 | 1) & every, (down << 1) & every
            more, less, before = down | (every & ~(same | up)), same & up, at
            if place >= self._length:
                nearest = min(nearest, count)
        return count, nearest


def near(typed: str, words: Mapping[str, int], slips: int) -> Iterator[str]:
    """The words that are at most so many slips away, or whose beginning is; a beginning has to
    have the first letter that was typed. words: each with its `letters`."""
    measure, bits, size = Slips(typed), letters(typed), len(typed)
    for word, those in words.items():
        length = len(word)
        if length < size - slips or (bits & ~those).bit_count() > slips:
            continue
        begins = word[0] == typed[0] and size > LEAST
        if length > size + slips and not begins:
            continue
        whole, beginning = measure.of(word)
        if whole <= slips or (begins and beginning <= slips):
            yield word


def nearest(typed: str, words: Iterable[str], most: int) -> list[str]:
    """The words that are the fewest slips away, none more than so many."""
    measure, best, found = Slips(typed), most, list[str]()
    for word in words:
        if abs(len(word) - len(typed)) > best:
            continue
        count, _ = measure.of(word)
        if count < best:
            best, found = count, []
        if count == best:
            found.append(word)
    return found
