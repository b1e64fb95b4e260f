"""Answers as they stand in the plan: sentences, texts with a run-in heading, tables."""

from __future__ import annotations

from collections.abc import Sequence

from workbook.curriculum import Prompt
from workbook.map.outline import Blocks, Inlines, Paragraph, Strong, Text
from workbook.map.rows import captioned, stand
from workbook.map.sentences import closed, filled
from workbook.map.showing import Showing


def is_sentence(prompt: Prompt) -> bool:
    """Whether an answer becomes a sentence, and not a text under a heading of its own."""
    return prompt.table is None and not prompt.kind.whole


def sentences(showing: Showing, prompts: Sequence[Prompt]) -> Blocks:
    """Answers as one paragraph of sentences, () where there is none."""
    found = [one for prompt in prompts if (one := _sentence(showing, prompt))]
    inlines = [part for one in found for part in (Text(" "), *one)][1:]
    return (Paragraph(tuple(inlines)),) if inlines else ()


def _sentence(showing: Showing, prompt: Prompt) -> Inlines:
    value = showing.view.answer(prompt.id)
    if isinstance(value, bool):
        lead = prompt.lead if value else prompt.lead_no
        return (Text(lead),) if lead else ()
    said = showing.sentence(prompt)
    return filled(prompt.lead, said) if said else ()


def whole(showing: Showing, prompt: Prompt) -> Blocks:
    """An answer under its run-in heading: on its first line where that is text, else above it."""
    if prompt.table:
        return stand(showing, prompt.table, prompt.lead)
    blocks = showing.answer(prompt)
    if not blocks or not isinstance(first := blocks[0], Paragraph):
        return captioned(prompt.lead, blocks)
    lead = Strong(closed((Text(prompt.lead),)))
    return Paragraph((lead, Text(" "), *first.inlines)), *blocks[1:]
