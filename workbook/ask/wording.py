"""What is said around the questions: headings, guidance, what stands there now."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Any

from workbook.ask.words import Words, listed
from workbook.kinds.text import brief, removed, visible
from workbook.reasoning.language import advice_at

if TYPE_CHECKING:
    from workbook.ask.asker import Question
    from workbook.curriculum import Chapter, Step, Table
    from workbook.kinds import Kind
    from workbook.plan import Plan

READ_OUT = 600
"""Characters of a present answer that are read out."""
OPENING = "The commands: :help lists them, :go leads to another step, :quit leaves."
"""What is said before the first question."""


def wrapped(text: str, width: int) -> str:
    """A text for a terminal, its lines broken between words to at most so many characters."""
    return "\n".join(
        textwrap.fill(
            line, width, break_long_words=False, break_on_hyphens=False,
            subsequent_indent="  " if line.startswith("- ") else "",
        )
        for line in visible(text).split("\n")
    )  # fmt: skip


def spoken(markdown: str) -> str:
    """Our own guides' Markdown as plain paragraphs, each on one line, without its marks."""
    blocks = (_block(one) for one in re.split(r"\n\s*\n", markdown.strip()))
    return "\n\n".join(filter(None, blocks))


def _block(block: str) -> str:
    lines: list[str] = []
    for line in block.splitlines():
        if line.startswith(("- ", "#")) or not lines:
            lines.append(line.strip())
        else:
            lines[-1] += " " + line.strip()
    return "\n".join(line.lstrip("# ").replace("**", "") for line in lines)


def chapter_opening(chapter: Chapter) -> str:
    """What is said where a chapter begins."""
    head = f"Chapter {chapter.number}. {chapter.title}."
    return "\n".join(filter(None, (head, spoken(chapter.principle_line))))


def step_opening(chapter: Chapter, step: Step) -> str:
    """What is said where a step begins."""
    return f"Chapter {chapter.number}, {step.name}: {step.title}.\n{spoken(step.why)}"


def guidance(step: Step, words: Words) -> str:
    """All that stands beside a step on the screen, and the words that can be typed."""
    parts = [f"{step.name}: {step.title}.", spoken(step.why), spoken(step.guide)]
    if step.good:
        parts.append(f"What good answers look like. {spoken(step.good)}")
    parts += _several("Questions that help", step.questions)
    parts += [f"What goes wrong. {spoken(one.text)} ({one.source})" for one in step.mistakes]
    parts += [f"{one.place}, {one.year}. {spoken(one.text)} ({one.source})" for one in step.cases]
    parts += _several("Words", [f"{one.word}: {spoken(one.meaning)}" for one in step.words])
    parts += _several("To read", [f"{one.title}, {one.publisher}, {one.year}" for one in step.read])
    return "\n\n".join([*parts, f"Commands that you can type:\n{listed(words)}"])


def _several(head: str, lines: tuple[str, ...] | list[str]) -> list[str]:
    return ["\n".join([f"{head}:", *(f"- {line}" for line in lines)])] if lines else []


def present(kind: Kind[Any], value: Any, plan: Plan) -> str:
    """What stands at a place now, cut where it is long; "" for nothing."""
    if value is None:
        return ""
    if not kind.holds(value):
        return "something that cannot be read as an answer; a new answer replaces it"
    text = kind.show(value, plan)
    if len(text) <= READ_OUT:
        return text
    return f"{text[:READ_OUT].rstrip()}… ({len(text):,} characters in all)"


def notes(question: Question) -> list[str]:
    """What is asked, as it stands beside a text that is written elsewhere."""
    offers = "\n".join(offer.title for offer in question.offers)
    how = " ".join(filter(None, (question.hint, question.how)))
    parts = (question.heading, question.ask, question.why, how, offers)
    return [part for part in parts if part]


def left_out(text: str) -> str:
    """What is said of a text that is kept without some of its characters; "" for any other."""
    count = removed(text)
    if count == 1:
        return "One character that cannot be shown was left out."
    return f"{count:,} characters that cannot be shown were left out." if count else ""


def advised(plan: Plan, id: str, field: str) -> str:
    """What is said of words in a text that put the blame on people; "" for none."""
    found = advice_at(plan, id, field) if id else []
    lines = [
        f"“{brief(one.piece, 120)}”: {one.advice.instead or one.advice.reason}" for one in found
    ]
    return "\n".join(["To look at once more (it is kept as you wrote it):", *lines] * bool(lines))


def so_far(table: Table, count: int) -> str:
    """How many rows a table has, as “Activities: 2 so far.”."""
    return f"{table.name}: {count or 'none'} so far."
