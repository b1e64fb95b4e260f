"""Two states of one text, cut to where they differ."""

from __future__ import annotations

from workbook.kinds.text import brief

SHORT = 60
"""Characters up to which a text is shown whole."""
AROUND = 24
"""Characters that are left on either side of what differs."""
LONGEST = 120
"""Characters of what differs itself."""


def differing(old: str, new: str) -> tuple[str, str]:
    """Both texts on one line each, without what both begin and end with, cut between words."""
    one, other = " ".join(old.split()), " ".join(new.split())
    if max(len(one), len(other)) <= SHORT:
        return one, other
    begins = _same_beginning(one, other)
    ends = _same_beginning(one[begins:][::-1], other[begins:][::-1])
    first = _word_before(one, max(0, begins - AROUND), begins)
    after = len(one) - ends
    last = len(one) - _word_after(one, after, min(len(one), after + AROUND))
    return _piece(one, first, last), _piece(other, first, last)


def _same_beginning(one: str, other: str) -> int:
    """How many characters both begin with."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _word_before(text: str, from_: int, to: int) -> int:
    """Where a word begins between two places; the first of them where none does."""
    found = text.find(" ", from_, to) if from_ else -1
    return found + 1 if found >= 0 else from_


def _word_after(text: str, from_: int, to: int) -> int:
    """Where a word ends between two places; the last of them where none does."""
    found = text.rfind(" ", from_, to) if to < len(text) else -1
    return found if found >= 0 else to


def _piece(text: str, first: int, left: int) -> str:
    """A text from a place on, without so many characters at its end."""
    piece = text[first : len(text) - left]
    shown = brief(piece, LONGEST)
    more = left > 0 and not shown.endswith("…")
    return ("…" if first else "") + shown + ("…" if more else "")
