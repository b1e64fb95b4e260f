"""What is found for what somebody types, in an index that follows each edit."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from workbook.map.rounds import Secrets
from workbook.reasoning.noted import Noted
from workbook.records import TYPES
from workbook.search.documents import SORTS, Documents, Sort
from workbook.search.folding import fold, pieces
from workbook.search.guidance import guidance
from workbook.search.hits import Hit, hit
from workbook.search.index import NEAR, Index, Like
from workbook.search.nearness import forgiven
from workbook.search.ranking import Ranked

if TYPE_CHECKING:
    from workbook.edits import Edit
    from workbook.reading import Reading

FEW = 5
"""Below so many of a sort that were found as typed, what is nearly so is looked for too."""
MOST = 12
"""Words that are looked for; what is pasted may have more."""
TRIED = 5
"""Of the words that may be meant, how many of the nearest are tried."""
_RATED = ("rating", "consensus", "rater")
_SECRET = ("round", *_RATED)
"""The types that a round of rating keeps to itself while it is open, and those that say so."""
_TELLING = ("", "closed", "raters", "round", "rater")
"""The fields that change what is kept; "" where a whole record comes or goes."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found. hits: sort by sort, that of the best first, and in each the best first.
    counts: how many of each sort there are, of which hits may hold fewer. meant: where nothing was
    found, what would find something, or "". alone: there, each word that was typed with in how
    many places it stands by itself. words: what was looked for, folded."""

    hits: tuple[Hit, ...] = ()
    counts: Mapping[Sort, int] = field(default_factory=dict)
    meant: str = ""
    alone: tuple[tuple[str, int], ...] = ()
    words: tuple[str, ...] = ()


class Search:
    """Finds in a plan and in its guidance. The index is made when it is first needed.

    example: the worked example, part of the guidance. Whoever changes the plan tells `update`.
    """

    def __init__(self, plan: Reading, example: Reading | None = None) -> None:
        self._plan, self._example = plan, example
        self._documents, self._rounds = Documents(plan), Noted(plan)
        self._index: Index | None = None
        self._stale = set[str]()
        self._hidden: Set[str] | None = None

    def update(self, edits: Sequence[Edit]) -> None:
        """Takes edits that were made: what they name is read anew when next something is sought."""
        self._rounds.follow(edits)
        for one in edits:
            self._stale.add(one.id)
            if one.table in _SECRET and one.field in _TELLING:
                self._hidden = None

    def renew(self) -> None:
        """Makes the index, or takes in what was edited: whoever asks for it in time waits for
        neither with the first key."""
        if self._index is None:
            self._index = self._made()
            self._stale.clear()
        while self._stale:
            id = self._stale.pop()
            self._index.put(id, self._documents.of(id))
        if self._hidden is None:
            self._hidden = self._secret()

    @property
    def index(self) -> Index:
        """The index as the plan is now."""
        self.renew()
        assert self._index is not None
        return self._index

    def find(self, text: str, sorts: Collection[Sort] = SORTS, most: int | None = None) -> Found:
        """What holds every word of a text, each as it is, as a beginning, or nearly so.

        A word in what something is called comes before one elsewhere in it. sorts: what is looked
        through. most: how many hits of each sort are given, None for all.
        """
        asked = [one for one in SORTS if one in sorts]
        typed = fold(text).split()[:MOST]
        if not typed:
            return Found(counts=dict.fromkeys(asked, 0))
        exactly = self._met(typed, slips=False)
        nearly = exactly
        if any(len(exactly.of[one]) < FEW for one in asked):
            nearly = self._met(typed, slips=True)
        chosen = {one: exactly if len(exactly.of[one]) >= FEW else nearly for one in asked}
        best = {one: found for one in asked if (found := chosen[one].of[one].best(most))}
        hits = tuple(
            hit(self._plan, document, chosen[sort].likes, near=place[0] == NEAR)
            for sort in sorted(best, key=lambda one: best[one][0][0][:4])
            for place, document in best[sort]
        )
        counts = {sort: len(met.of[sort]) for sort, met in chosen.items()}
        if not hits:
            return self._nothing(text, asked, counts)
        return Found(hits, counts, words=tuple(typed))

    def _met(self, typed: Sequence[str], *, slips: bool) -> _Met:
        """The documents in which every word is met."""
        index = self.index
        words = list(dict.fromkeys(typed))
        likes = [index.like(one, slips=slips) for one in words]
        first, *others = (index.met(one, self._hidden or set()) for one in likes)
        of = {one: Ranked(" ".join(typed)) for one in SORTS}
        for key, rank in first.items():
            ranks = (rank, *(one[key] for one in others if key in one)) if others else (rank,)
            if len(ranks) == len(words):
                document = index.documents[key]
                of[document.sort].add(document, ranks)
        return _Met(likes, of)

    def _nothing(self, text: str, sorts: Sequence[Sort], counts: Mapping[Sort, int]) -> Found:
        """Where no document holds every word: how often each is met, and what may be meant."""
        said = {one.word: text[one.start : one.end] for one in pieces(text)}
        words = list(said)[:MOST]
        alone = {one: self._count(one, sorts) for one in words}
        fits = [one if alone[one] else self._nearest(one, sorts) for one in words]
        meant = " ".join(
            said[one] if alone[one] else fit for one, fit in zip(words, fits, strict=True)
        )
        if not all(fits) or not any(self._met(fits, slips=True).of[one] for one in sorts):
            meant = ""
        by_itself = tuple((said[one], alone[one]) for one in words)
        return Found((), counts, meant, by_itself, tuple(words))

    def _count(self, word: str, sorts: Sequence[Sort]) -> int:
        met = self._met([word], slips=True)
        return sum(len(met.of[one]) for one in sorts)

    def _nearest(self, word: str, sorts: Sequence[Sort]) -> str:
        """The word of the index that is nearest, of those that may be seen; "" for none."""
        most = forgiven(word) + 1
        near = self.index.nearest(word, most) if most > 1 else []
        return next((one for one in near[:TRIED] if self._count(one, sorts)), "")

    def _secret(self) -> Set[str]:
        """The documents that a round of rating keeps to itself."""
        secrets = Secrets(self._rounds)
        rated = (one for type in _RATED for one in self._rounds.records(TYPES[type]))
        return {one.id for one in rated if secrets.keeps(one)}

    def _made(self) -> Index:
        made = Index()
        for one in self._documents.all():
            made.put(one.id, one)
        for number, one in enumerate(guidance(self._plan.curriculum, self._example)):
            made.put(f"guidance {number}", one)
        return made


class _Met(NamedTuple):
    """What each word means, and the documents in which every one is met."""

    likes: Sequence[Like]
    of: Mapping[Sort, Ranked]
