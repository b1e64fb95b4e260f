"""What is known of one thing, spelled out in paragraphs and lists, for every writer alike."""

from __future__ import annotations

from workbook.map.outline import Blocks, Facts, Inline, Inlines, List, Paragraph, Strong, Text
from workbook.map.sentences import closed


def spelled(block: Facts) -> Blocks:
    """One paragraph where all is short, else a list under the name."""
    if block.short:
        return (Paragraph(_run(block)),)
    bare = tuple(part for one in block.facts if not one.label for part in one.blocks)
    name = closed(block.name) if bare else block.name
    items = tuple(
        _led((Strong((Text(f"{one.label}:"),)),), one.blocks) for one in block.facts if one.label
    )
    return (*_led((Strong(name),) if name else (), bare), *((List(items),) if items else ()))


def _run(block: Facts) -> Inlines:
    """Short facts as sentences behind the name."""
    run: list[Inline] = [Strong(closed(block.name))] if block.name else []
    for fact in block.facts:
        label = f"{fact.label}: " if fact.label else ""
        inlines = tuple(i for one in fact.blocks if isinstance(one, Paragraph) for i in one.inlines)
        run += [Text(f" {label}"), *closed(inlines)]
    return tuple(run)


def _led(lead: Inlines, blocks: Blocks) -> Blocks:
    """Blocks with something before them: on the line of the first, if that is a paragraph."""
    first = blocks[0] if blocks else None
    if not lead:
        return tuple(blocks)
    if isinstance(first, Paragraph):
        return Paragraph((*lead, Text(" "), *first.inlines)), *blocks[1:]
    return Paragraph(lead), *blocks
