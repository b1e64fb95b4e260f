"""The question “Did you mean …?” after a word that is none of those that there are."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def meant(word: str, known: Iterable[str], *, else_: str = "") -> str:
    """“ Did you mean …?” with the word that is nearest, in any case of its letters; where none is
    near, `else_`."""
    folded: dict[str, str] = {}
    for one in known:
        folded.setdefault(one.casefold(), one)
    near = get_close_matches(word.casefold(), folded, 1)
    return f" Did you mean {folded[near[0]]}?" if near else else_
