"""Stages and what leads to what as mermaid: one label that it cannot read would void all of it,
so every label is quoted and every sign that means something there is written by its number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbook.kinds.text import visible
from workbook.map.pictures.drawing import Flow

_SIGNS = re.compile(r"""["#;<>&{}\[\]|`*_~$%\\=^@]|^\s*(?:[-+]|\d+[.)])|--|://|www\.""")
"""What ends a label or means something in it: marks, a list, an arrow, an address."""


def mermaid(flow: Flow) -> str:
    """A flow as the text of a diagram, without its fence."""
    return "\n".join(["flowchart LR", *(f"    {one}" for one in _lines(flow))])


def _lines(flow: Flow) -> Iterator[str]:
    items = [one for _, found in flow.stages for one in found]
    names = {one.id: f"n{at}" for at, one in enumerate((*items, *flow.beyond), 1)}
    for at, (stage, found) in enumerate(flow.stages, 1):
        yield f"subgraph s{at}[{_label(stage)}]"
        yield from (f"    {names[one.id]}[{_label(one.text)}]" for one in found)
        yield "end"
    yield from (f"{names[one.id]}[{_label(one.text)}]" for one in flow.beyond)
    links = [(names[one.id], names[id]) for one in items for id in one.leads if id in names]
    if not any(one.leads for one in items):
        links = [(f"s{at}", f"s{at + 1}") for at in range(1, len(flow.stages))]
    yield from (f"{start} --> {end}" for start, end in dict.fromkeys(links))


def _label(text: str) -> str:
    """A text in quotation marks, on one line."""
    said = " ".join(visible(text).split())
    return f'"{_SIGNS.sub(_coded, said) or " "}"'


def _coded(match: re.Match[str]) -> str:
    return "".join(one if one.isalnum() else f"#{ord(one)};" for one in match[0])
