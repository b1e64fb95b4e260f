"""Which words of language.toml a text holds, and where (field paper, 6.2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

from workbook.curriculum.language import Sought, expression

if TYPE_CHECKING:
    import re

S = TypeVar("S", bound=Sought)


@dataclass(frozen=True, slots=True)
class Met(Generic[S]):
    """An entry that a text holds, from `start` up to `end`."""

    start: int
    end: int
    entry: S


def meetings(text: str, entries: Iterable[S]) -> list[Met[S]]:
    """Every place in a text where an entry is met, in the order of the text.

    Advice and no verdict: what stands in quotation marks, and the names of metrics and programs,
    are found too; whoever asks knows which of them count.
    """
    found = [
        Met(one.start(), one.end(), entry)
        for entry in entries
        for one in _compiled(entry.find).finditer(text)
    ]
    return sorted(found, key=lambda one: (one.start, -one.end))


@lru_cache(maxsize=256)
def _compiled(find: tuple[str, ...]) -> re.Pattern[str]:
    return expression(find)
