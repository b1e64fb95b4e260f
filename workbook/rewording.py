"""What is done about a piece of advice on language: written anew, kept everywhere, explained.

Keeping it at one place is an answer of the plan (`Advised.reason_id`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.kinds import Lines
from workbook.reasoning.language import OWN, Advised

if TYPE_CHECKING:
    from workbook.plan import Plan


def write(plan: Plan, one: Advised, text: str) -> None:
    """Puts a text in the place of the words that advice is about. Raises Invalid where the field
    cannot hold it."""
    whole = f"{one.text[: one.start]}{text}{one.text[one.end :]}"
    kind = plan.kind(one.id, one.field)
    plan.put(one.id, whole.splitlines() if isinstance(kind, Lines) else whole, one.field)


def keep_everywhere(plan: Plan, one: Advised, why: str) -> None:
    """Adds a word to the team's own words, as one that it keeps."""
    word = " ".join(one.piece.split())
    plan.add("row", {"word": word, "use": "keep", "why": why}, prompt=OWN)


def explain(plan: Plan, one: Advised, meaning: str) -> None:
    """Adds a word that a text for everyone does not explain to the team's key terms."""
    plan.add("term", {"word": one.advice.word, "meaning": meaning})
