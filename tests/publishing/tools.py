"""The tools that a plan is published with: where each is looked for, and what it says of itself."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workbook.map.word import pandoc

HERE = Path(__file__).parent
FETCHED = HERE.parents[1] / ".venv/publishing"
"""Where `make test-publishing` puts what it fetches."""
_SECONDS = 120
_CMARK = HERE / "cmark.py"


class Missing(Exception):
    """A tool is not here. Its text says what is not."""


@dataclass(frozen=True)
class Tool:
    """A program that is here. command: how it is called; version: what it says of itself."""

    name: str
    command: tuple[str, ...]
    version: str

    def run(self, *words: object, into: Path, text: str = "", fine: int = 0) -> str:
        """What it prints when it is run in a folder. fine: how it must end."""
        done = _run([*self.command, *map(str, words)], into, text)
        assert done.returncode == fine, f"{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
        return done.stdout


def find(name: str) -> Tool:
    """A tool by its name. Raises Missing."""
    command = _FINDERS[name]()
    asked = "version" if name in ("Hugo", "PyMarkdown") else "--version"
    said = _run([*command, asked], HERE, "").stdout
    version = re.search(r"\d+(?:\.\d+)+", said)
    if version is None:
        raise Missing(f"{command[0]} does not say its version")
    return Tool(name, command, version[0])


def _run(command: list[str], folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1", "LANG": "C.UTF-8"}
    return subprocess.run(
        command, cwd=folder, env=env, input=text, capture_output=True, text=True, timeout=_SECONDS
    )


def _installed(command: str) -> str:
    if found := shutil.which(command):
        return found
    raise Missing(f"the command {command} is not installed")


def _fetched(place: str) -> str:
    if (FETCHED / place).exists():
        return str(FETCHED / place)
    raise Missing(f"{place} could not be fetched")


def _ours() -> str:
    if found := pandoc():
        return found
    raise Missing("pandoc is not here")


def _node(script: str, *packages: str) -> tuple[str, ...]:
    for one in packages:
        _fetched(f"node_modules/{one}")
    return _installed("node"), str(HERE / script), str(FETCHED / "node_modules")


_FINDERS: dict[str, Callable[[], tuple[str, ...]]] = {
    "pandoc": lambda: (_ours(),),
    "pandoc, old": lambda: (_fetched("old/pypandoc/files/pandoc"),),
    "cmark-gfm": lambda: (_fetched("bin/python"), str(_CMARK)),
    "markdownlint": lambda: (_fetched("node_modules/.bin/markdownlint-cli2"),),
    "PyMarkdown": lambda: (_fetched("bin/pymarkdown"),),
    "mermaid": lambda: _node("diagrams.mjs", "mermaid", "jsdom"),
    "MkDocs": lambda: (_fetched("bin/mkdocs"),),
    "Hugo": lambda: (_installed("hugo"),),
    "Jekyll": lambda: (_installed("jekyll"),),
    "Chromium": lambda: (
        *_node("page.mjs", "puppeteer-core", "axe-core"), _installed("chromium")
    ),
    "LibreOffice": lambda: (_installed("soffice"),),
}  # fmt: skip
TOOLS = tuple(_FINDERS)
