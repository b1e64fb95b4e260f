"""The plan as pandoc itself reads it."""

import json
import subprocess
from collections import Counter
from typing import Any

from tests.map.conftest import Read
from tests.map.flavored import matter
from workbook.curriculum.flavors import Flavor

READERS = {
    "gfm": "gfm", "commonmark": "commonmark", "pandoc": "markdown", "quarto": "markdown",
    "hugo": "gfm", "jekyll": "gfm", "obsidian": "gfm", "gdocs": "gfm", "notion": "gfm",
}  # fmt: skip
"""Which reader of pandoc's takes which of our flavors."""
NEVER = ("RawInline", "RawBlock", "Math", "Strikeout", "Superscript", "Subscript", "Code")
"""What our Markdown never means."""


def parsed(program: str, flavor: Flavor, text: str) -> Counter[str]:
    """How often each kind of piece is in a text, as this pandoc reads it."""
    command = [program, "-f", READERS[flavor.id], "-t", "json"]
    text = text.replace("```{mermaid}", "```mermaid")  # Quarto takes these out before pandoc reads
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    found = Counter[str]()
    _count(json.loads(done.stdout)["blocks"], found)
    return found


def _count(part: Any, found: Counter[str]) -> None:
    if isinstance(part, dict):
        found[part.get("t", "")] += 1
        part = list(part.values())
    if isinstance(part, list):
        for one in part:
            _count(one, found)


def written(text: str, flavor: Flavor) -> dict[str, int]:
    """The same of what stands in a text: its headings, tables, notes, diagrams."""
    read = Read(matter(text)[1])
    fences = [one for one in read.tokens if one.type == "fence"]
    return {
        "Header": len(read.headings), "Table": len(read.tables),
        "Note": text.count("[^f") - text.count("\n[^f"), "CodeBlock": len(fences),
    }  # fmt: skip
