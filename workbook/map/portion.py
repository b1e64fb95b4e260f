"""One section of the plan by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches

from workbook.exits import WRONG_USE
from workbook.map.outline import Block, Document, Section, Text


class NoSection(Exception):
    """The plan has no such section. Its text is a sentence."""

    exit_code = WRONG_USE


def portion(document: Document, name: str) -> Document:
    """The section of that slot, or of that title in any case, as a document of its own. What is
    not yet written is told of the whole plan. Raises NoSection."""
    found = list(_sections(document.blocks))
    wanted = name.strip().casefold()
    for one in found:
        if wanted in (one.slot.casefold(), one.title.casefold()):
            return replace(document, title=(Text(one.title),), blocks=one.blocks)
    known = {key.casefold(): key for one in found for key in (one.title, one.slot)}
    near = get_close_matches(wanted, known, 1)
    if near:
        hint = f"did you mean “{known[near[0]]}”?"
    else:
        hint = f"those of the plan are: {', '.join(dict.fromkeys(one.slot for one in found))}."
    raise NoSection(f"The plan has no section “{name}”; {hint}")


def _sections(blocks: Iterable[Block]) -> Iterator[Section]:
    for one in blocks:
        if isinstance(one, Section):
            yield one
            yield from _sections(one.blocks)
