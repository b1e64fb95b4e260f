"""What the workbook stands on at this place: terminal, language, versions, folders. No network."""

from __future__ import annotations

import locale
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from typing import NamedTuple

from platformdirs import user_cache_path, user_config_path, user_data_path, user_state_path

from workbook import __version__
from workbook.doctor.terminal import Answer, ask_terminal
from workbook.map.word import pandoc

NAME = "mobility-workbook"
_SMALLEST = (60, 16)
"""Columns and rows below which the screens say that they are too small (screens.md)."""
_OPTIONAL = {
    "git": "puts a workbook together again that a merge left with conflict marks",
    "pandoc": "makes Word documents of the plan",
}


class Fact(NamedTuple):
    """Something about this place. wrong: what is wrong with it and what to do, "" for nothing."""

    what: str
    value: str
    wrong: str = ""


def facts() -> Iterator[Fact]:
    """All that may matter, the terminal first."""
    yield from _terminal()
    yield from _language()
    yield from _versions()
    for what, place in (
        ("settings", user_config_path(NAME)),
        ("state", user_state_path(NAME)),
        ("data", user_data_path(NAME)),
        ("cache", user_cache_path(NAME)),
    ):
        yield Fact(f"Folder of {what}", str(place))


def _terminal() -> Iterator[Fact]:
    term = os.environ.get("TERM", "")
    poor = "the screens need more than that; use workbook ask --plain"
    yield Fact("TERM", term or "not set", poor if term in ("", "dumb", "unknown") else "")
    yield Fact("Colours", _colours(term))
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        yield Fact("Terminal", "none: input or output is a pipe or a file")
        return
    columns, rows = shutil.get_terminal_size()
    small = columns < _SMALLEST[0] or rows < _SMALLEST[1]
    yield Fact("Size", f"{columns} x {rows}", "it takes 60 x 16 at least" if small else "")
    yield from _answers(ask_terminal())


def _answers(answer: Answer) -> Iterator[Fact]:
    if answer.width is None:
        silent = "it does not say where its cursor stands; the screens may still work"
        yield Fact("Keys", "not tried", silent)
        return
    yield Fact("Keys", "what is typed arrives at once")
    wrong = "" if answer.width == 1 else "lines will be broken; set the terminal to UTF-8"
    yield Fact("Drawing", "UTF-8" if answer.width == 1 else "not UTF-8", wrong)


def _colours(term: str) -> str:
    if os.environ.get("NO_COLOR"):
        return "none, as NO_COLOR asks"
    if os.environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return "16 million"
    return "256" if "256" in term else "16 or fewer"


def _language() -> Iterator[Fact]:
    given = next(
        (one for name in ("LC_ALL", "LC_CTYPE", "LANG") if (one := os.environ.get(name))), ""
    )
    yield Fact("Language", given or "not set")
    output = str(getattr(sys.__stdout__, "encoding", "") or "none")
    advice = "" if _is_utf8(output) else "set LANG to a name that ends in UTF-8, such as C.UTF-8"
    yield Fact("Output", output, advice)
    yield Fact("Files", f"UTF-8 always; this place would use {locale.getpreferredencoding(False)}")


def _is_utf8(encoding: str) -> bool:
    return encoding.lower().replace("-", "") in ("utf8", "none")


def _versions() -> Iterator[Fact]:
    yield Fact("Mobility Workbook", __version__)
    yield Fact("Python", f"{platform.python_version()} on {platform.system()}")
    for name in _libraries():
        try:
            yield Fact(name, version(name))
        except PackageNotFoundError:
            yield Fact(name, "missing", "install the workbook again")
    for program, use in _OPTIONAL.items():
        found = pandoc() if program == "pandoc" else shutil.which(program)
        yield Fact(program, found or f"missing; it is optional, and {use}")


def _libraries() -> list[str]:
    """What the workbook itself is built on."""
    try:
        wanted = requires(NAME) or []
    except PackageNotFoundError:
        return ["textual", "tinydb", "orjson"]
    mine = (one for one in wanted if "extra ==" not in one)
    return [one.split("=")[0].split(">")[0].split(";")[0].strip() for one in mine]
