"""Circles among records: what leads back to itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence


def circles(after: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The circles of a net, each as the ids in it, in the order of the net.

    after: what each id leads to. Of circles that share an id, all ids are one. (Tarjan's strongly
    connected components, without recursion: a chain may be as long as the plan.)
    """
    place = {id: number for number, id in enumerate(after)}
    found = (sorted(one, key=place.__getitem__) for one in _Walk(after).parts())
    whole = [one for one in found if len(one) > 1 or one[0] in after[one[0]]]
    return sorted(whole, key=lambda one: place[one[0]])


class _Walk:
    """One walk over a net, with what it has met so far."""

    def __init__(self, after: Mapping[str, Sequence[str]]) -> None:
        self._after = after
        self._met: dict[str, int] = {}
        self._low: dict[str, int] = {}
        self._open: dict[str, None] = {}

    def parts(self) -> Iterator[list[str]]:
        """The ids that can all be reached from each other, part by part."""
        for id in self._after:
            if id not in self._met:
                yield from self._from(id)

    def _from(self, start: str) -> Iterator[list[str]]:
        way = [(start, self._meet(start))]
        while way:
            id, ends = way[-1]
            end = next(ends, None)
            if end is None:
                way.pop()
                yield from self._close(id, way[-1][0] if way else "")
            elif end not in self._met:
                way.append((end, self._meet(end)))
            elif end in self._open:
                self._low[id] = min(self._low[id], self._met[end])

    def _meet(self, id: str) -> Iterator[str]:
        self._met[id] = self._low[id] = len(self._met)
        self._open[id] = None
        return iter(_within(self._after[id], self._after))

    def _close(self, id: str, above: str) -> Iterator[list[str]]:
        if above:
            self._low[above] = min(self._low[above], self._low[id])
        if self._low[id] == self._met[id]:
            part: list[str] = []
            while not part or part[-1] != id:
                part.append(self._open.popitem()[0])
            yield part


def _within(ends: Iterable[str], net: Mapping[str, Sequence[str]]) -> list[str]:
    return [one for one in ends if one in net]
