"""Which word stands in what: kept true one document at a time."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import TYPE_CHECKING

from workbook.search.folding import is_run
from workbook.search.nearness import forgiven, letters, near, nearest

if TYPE_CHECKING:
    from workbook.search.documents import Document

EXACT, BEGUN, NEAR = range(3)
"""How a word that was typed is met: as it is, as a beginning, with slips."""
IN_NAME, IN_TEXT, BY_NAME = range(3)
"""Where: in what a document is called, in its other texts, in what a record is called that it
points to."""
WIDTH, WORST = 3, 9
Rank = int
"""How well a word is met, 0 is best: WIDTH times how, and where."""
Like = Mapping[str, int]
"""The words of the index that one which was typed means, and how."""


class Index:
    """Documents by a key, and the words in them."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self._holding: dict[str, tuple[set[str], set[str]]] = {}
        self._letters: dict[str, int] = {}
        self._pointing: dict[str, set[str]] = {}

    def put(self, key: str, document: Document | None) -> None:
        """Puts a document in place of the one that had the key; None takes that away."""
        if before := self.documents.pop(key, None):
            for word, where in _places(before).items():
                self._take(word, where, key)
            for id in {one.id for one in before.points}:
                self._pointing[id].discard(key)
                if not self._pointing[id]:
                    del self._pointing[id]
        if document is not None:
            self.documents[key] = document
            for word, where in _places(document).items():
                if word not in self._holding:
                    self._holding[word], self._letters[word] = (set(), set()), letters(word)
                self._holding[word][where].add(key)
            for one in document.points:
                self._pointing.setdefault(one.id, set()).add(key)

    def like(self, typed: str, *, slips: bool) -> Like:
        """The words that a typed one means. slips: also those that are nearly it."""
        begun = is_run(typed)
        found = {
            word: EXACT if word == typed else BEGUN
            for word in self._holding
            if word.startswith(typed) or (begun and typed in word)
        }
        if slips and not begun and (most := forgiven(typed)):
            for word in near(typed, self._letters, most):
                found.setdefault(word, NEAR)
        return found

    def met(self, like: Like, hidden: Set[str]) -> dict[str, Rank]:
        """The documents in which a word is met, by their keys, and how well. hidden: those that
        are as good as not there."""
        found: dict[str, Rank] = {}
        for how in (NEAR, BEGUN, EXACT):  # what is better comes later and takes the place
            words = [word for word, one in like.items() if one == how]
            for where in (IN_TEXT, IN_NAME):
                for word in words:
                    found |= dict.fromkeys(self._holding[word][where], how * WIDTH + where)
        for key in hidden & found.keys():
            del found[key]
        for key, rank in list(found.items()):
            if rank % WIDTH == IN_NAME:
                for one in self._pointing.get(key, set()) - hidden:
                    found.setdefault(one, rank + BY_NAME)
        return found

    def nearest(self, typed: str, most: int) -> list[str]:
        """The words that are the fewest slips from a typed one, those in most documents first."""
        found = nearest(typed, self._holding, most)
        return sorted(found, key=lambda word: (-sum(map(len, self._holding[word])), word))

    def _take(self, word: str, where: int, key: str) -> None:
        named, said = self._holding[word]
        (named, said)[where].discard(key)
        if not named and not said:
            del self._holding[word], self._letters[word]


def _places(document: Document) -> dict[str, int]:
    """The words of a document, and the best place of each."""
    found: dict[str, int] = {}
    for passage in document.passages:
        where = IN_NAME if passage.called else IN_TEXT
        for word in passage.words.split():
            if where < found.get(word, WORST):
                found[word] = where
    return found
