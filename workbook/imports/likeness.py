"""Whether a row of a file is somebody who is in the register already, or is likely to be."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

ALIKE = 0.88
"""From here on two names read as one with a slip in it."""
BLOCK, CROWD = 3, 40
"""Letters that begin a word in both of two names that are compared; above so many names with the
same beginning none is."""
SLIP, SHORT = 3, 6
"""Letters by which the length of two like names differs at most; below so many none is alike."""
TITLES = frozenset(("dr", "mr", "mrs", "ms", "mx", "rev", "prof", "hon", "sr", "jr"))
"""Words that stand with a name and are no part of it."""


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody: an id or a row of the file, with name and organization."""

    id: str
    name: str
    organisation: str

    @property
    def key(self) -> tuple[str, str]:
        """What is the same for the same: name and organization, whatever capitals or spaces."""
        return folded(self.name), folded(self.organisation)


def folded(text: str) -> str:
    """A text in small letters without accents, signs and doubled spaces."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(one for one in bare if not unicodedata.combining(one))
    return " ".join(re.findall(r"\w+", letters))


def _words(name: str) -> tuple[str, ...]:
    found = tuple(one for one in folded(name).split() if one not in TITLES)
    return found or tuple(folded(name).split())


class Register:
    """Everybody who is known, looked up by what they are called."""

    def __init__(self, people: Iterable[Known]) -> None:
        self._same: dict[tuple[str, str], Known] = {}
        self._turned: dict[tuple[str, ...], Known] = {}
        self._short: dict[tuple[str, str], list[tuple[str, Known]]] = defaultdict(list)
        self._near: dict[str, list[tuple[str, Known]]] = defaultdict(list)
        for one in people:
            self.add(one)

    def add(self, one: Known) -> None:
        """Takes somebody in."""
        words = _words(one.name)
        self._same.setdefault(one.key, one)
        if words:
            self._turned.setdefault(tuple(sorted(words)), one)
            self._short[words[-1], words[0][0]].append((words[0], one))
        for block in {word[:BLOCK] for word in words}:
            self._near[block].append((" ".join(words), one))

    def same(self, one: Known) -> Known | None:
        """Who is called the same, of the same organization."""
        return self._same.get(one.key)

    def likely(self, one: Known) -> Known | None:
        """Who could be the same: of another organization, with the words turned round, with an
        initial in place of a name, or with a slip in the spelling. The first of them."""
        words = _words(one.name)
        if not words:
            return None
        turned = self._turned.get(tuple(sorted(words)))
        return turned or self._by_initial(words) or self._by_slip(words)

    def _by_initial(self, words: tuple[str, ...]) -> Known | None:
        """A. Ruiz for Ana Ruiz, and the other way round."""
        for first, other in self._short.get((words[-1], words[0][0]), ()) if len(words) > 1 else ():
            if 1 in (len(first), len(words[0])) and first != words[0]:
                return other
        return None

    def _by_slip(self, words: tuple[str, ...]) -> Known | None:
        """Barns for Barnes. A block that many share says nothing."""
        name = " ".join(words)
        for block in dict.fromkeys(word[:BLOCK] for word in words):
            near = self._near.get(block, ())
            for other, known in near if len(near) <= CROWD else ():
                if _alike(name, other):
                    return known
        return None


def _alike(one: str, other: str) -> bool:
    """Whether two names differ by a slip. Another number is another name."""
    if abs(len(one) - len(other)) > SLIP or min(len(one), len(other)) < SHORT:
        return False
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    found = SequenceMatcher(None, one, other, autojunk=False)
    return found.quick_ratio() >= ALIKE and found.ratio() >= ALIKE
