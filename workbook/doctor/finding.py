"""What the doctor finds, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong with a workbook's file or what stands beside it.

    code: kept for ever, for scripts. text: what is wrong, a sentence. done: what mends it, a
    sentence; "" where nothing does that is certain, and a person has to look.
    """

    code: str
    text: str
    done: str = ""
