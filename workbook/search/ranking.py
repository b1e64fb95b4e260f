"""What was found, the best first: sorted only as far as somebody looks, since a single letter is
found in everything."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from workbook.search.index import IN_NAME, WIDTH, Rank

if TYPE_CHECKING:
    from workbook.search.documents import Document

Ranks = tuple[Rank, ...]
"""How well each word that was typed is met in a document."""
Place = tuple[int, bool, int, bool, tuple[int, str]]
"""What sorts documents: how the worst word is met; whether the words stand apart; how and where
all are met; whether no name begins with them; and the order of the plan."""

MANY = 2_000
"""Documents that are met alike, above which nobody is helped by whether their words stand side by
side: one more letter helps."""


class Ranked:
    """The documents of one sort in which every word is met. phrase: the words as they were typed,
    folded."""

    def __init__(self, phrase: str) -> None:
        self._phrase = phrase
        self._heaps: dict[int, list[tuple[Document, Ranks]]] = {}

    def add(self, document: Document, ranks: Ranks) -> None:
        """Takes a document."""
        worst = max(ranks)
        heap = worst if len(ranks) == 1 else worst // WIDTH
        self._heaps.setdefault(heap, []).append((document, ranks))

    def __len__(self) -> int:
        return sum(map(len, self._heaps.values()))

    def best(self, most: int | None) -> list[tuple[Place, Document]]:
        """The best so many, all where it is None, each with its place."""
        found: list[tuple[Place, Document]] = []
        for heap in sorted(self._heaps):
            if most is not None and len(found) >= most:
                break
            few = len(self._heaps[heap]) <= MANY
            placed = ((self._place(*one, few=few), one[0]) for one in self._heaps[heap])
            found += sorted(placed, key=itemgetter(0))
        return found[:most]

    def _place(self, document: Document, ranks: Ranks, *, few: bool) -> Place:
        phrase = self._phrase
        apart = (
            few
            and len(ranks) > 1
            and not any(
                one.words.startswith(phrase) or f" {phrase}" in one.words
                for one in document.passages
            )
        )
        inside = all(one % WIDTH == IN_NAME for one in ranks) and not any(
            one.words.startswith(phrase) for one in document.passages if one.called
        )
        return max(ranks) // WIDTH, apart, sum(ranks), inside, document.place
