"""A workbook that git could not merge: rebuilt from git's own versions, or from the two sides
that stand in the file, with the merge that two open windows use. No side loses anything."""

from __future__ import annotations

import re
from pathlib import Path

from workbook.doctor.finding import Finding
from workbook.git import version_of_merge
from workbook.store.failure import StoreError
from workbook.store.faults import MARKS
from workbook.store.format import Held, dumps, loads
from workbook.store.merge import CONFLICTS, merge

_MARK = re.compile(r"(<{7}|\|{7}|={7}|>{7})( .*)?\r?\n?")


def unmarked(data: bytes, file: Path) -> tuple[bytes, Finding] | None:
    """The bytes of a workbook without git's conflict marks; None where there are none, or where
    a side is no workbook."""
    if not MARKS.search(data):
        return None
    for where, sides in (("git's own versions", _stages(file)), ("both sides", _sides(data))):
        if made := _merged(sides):
            return dumps(made), _finding(file, where, made)
    return None


def _finding(file: Path, where: str, made: Held) -> Finding:
    count = len(made.get(CONFLICTS, {}))
    left = "nothing is left to choose"
    if count:
        left = f"{count} {'place was' if count == 1 else 'places were'} written by both, see check"
    return Finding(
        "conflict-marks",
        "It holds git's conflict marks.",
        f"It is put together from {where}: {left}. To tell git: git add {file.name}",
    )


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
