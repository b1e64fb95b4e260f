"""A workbook that git could not merge: rebuilt from git's own versions, or from the two sides
that stand in the file, with the merge that two open windows use. No side loses anything."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from workbook.store.failure import StoreError
from workbook.store.faults import MARKS
from workbook.store.format import Held, loads
from workbook.store.merge import CONFLICTS, merge
from workbook.together.git import version_of_merge

_MARK = re.compile(r"(<{7}|\|{7}|={7}|>{7})( .*)?\r?\n?")


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """Both sides as one. source: what they were taken from, in words."""

    held: Held
    source: str

    def told(self) -> str:
        """What it was put together from and what is left to choose, in words."""
        count = len(self.held.get(CONFLICTS, {}))
        if not count:
            return f"put together from {self.source}: nothing is left to choose"
        places = "1 place was" if count == 1 else f"{count} places were"
        return f"put together from {self.source}: {places} written by both"


def unmarked(data: bytes, file: Path) -> Rebuilt | None:
    """A workbook without git's conflict marks; None where there are none, or where a side is no
    workbook."""
    if not MARKS.search(data):
        return None
    for source, sides in (("git's own versions", _stages(file)), ("both sides", _sides(data))):
        if made := _merged(sides):
            return Rebuilt(made, source)
    return None


def _merged(sides: tuple[bytes, bytes, bytes] | None) -> Held | None:
    """Base, ours and theirs as one; None where a side is no workbook."""
    if sides is None:
        return None
    try:
        base, ours, theirs = (loads(one, "").held if one else {} for one in sides)
    except StoreError:
        return None
    return merge(base, ours, theirs) if ours and theirs else None


def _stages(file: Path) -> tuple[bytes, bytes, bytes] | None:
    """What git keeps of a merge that stopped; an empty base where both sides added the file."""
    base, ours, theirs = (version_of_merge(file, number) for number in (1, 2, 3))
    return (base, ours, theirs) if ours and theirs else None


def _sides(data: bytes) -> tuple[bytes, bytes, bytes] | None:
    """The two sides that stand in the file, and the base where git wrote that too."""
    texts: dict[str, list[str]] = {"base": [], "ours": [], "theirs": []}
    now, has_base = "", False
    for line in data.decode(errors="surrogateescape").splitlines(keepends=True):
        mark = _MARK.fullmatch(line)
        if mark:
            now = {"<": "ours", "|": "base", "=": "theirs", ">": ""}[mark[1][0]]
            has_base |= now == "base"
            continue
        for side in (now,) if now else texts:
            texts[side].append(line)
    base, ours, theirs = ("".join(one).encode(errors="surrogateescape") for one in texts.values())
    return (base if has_base else b"", ours, theirs)
