"""Writes docs/screens.md from the screens and their commands: `make docs`.

What a screen is for is the docstring of its view, and what a key does that of its command: the same
words that F1 shows. A test holds the page to them.
"""

from __future__ import annotations

import inspect
import pkgutil
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

import screens
from screens.command import Command
from screens.commands import EVERYWHERE, FORMS, STEPS
from screens.drawings import VIEWS, of_step
from screens.frame import View
from screens.help import FIELDS
from screens.row_commands import TABLE_COMMANDS
from workbook.curriculum import Chapter, Curriculum, load

TO = Path(__file__).parent / "screens.md"
HEAD = """# Screens and keys

<!-- Written by `make docs` from screens/. Edit the docstrings there. -->

`F1` says the same on the screen that you are on, and `^p` finds every command by its name. `^n` is
Ctrl and n, `⏎` is Enter; the arrow keys or the mouse move the cursor. Keys that are letters work
where you are not writing. `F7` lists the fields of a screen, each with a letter that goes there,
and with a capital what has no key of its own: `F7 T` is first F7, then a capital T.

Where a list opens over the screen, typing finds, `↑` `↓` choose, `⏎` takes, and Esc leaves it as
it was; in the list of checks `F5` sets one aside, with a reason, or takes it up again.
"""
NAMES = {
    "welcome": "Welcome", "overview": "Overview", "step": "A step",
    "table": "A table, on a step or alone",
    "record": "A row", "profile": "Profile of a rating", "condition": "One condition",
    "rating": "A rater's sheet", "meeting": "A round on the wall", "decision": "The decision",
    "engagement": "Activities as a list", "help": "Help", "map": "The MAP", "trace": "Trace",
    "language": "Language", "history": "History", "compare": "Compare", "conflicts": "Conflicts",
}  # fmt: skip
"""What a screen is called that no command is named for."""
FIRST = ("welcome", "overview", "step", "table", "record")
RATED = ("profile", "condition", "rating", "meeting", "decision")
LAST = ("map", "trace", "language", "history", "compare", "conflicts", "help")
"""The screens that belong to no chapter, in their order on the page."""


def views() -> dict[str, type[View]]:
    """Every screen by its name in places."""
    for found in pkgutil.walk_packages(screens.__path__, "screens."):
        import_module(found.name)
    return {one.view: one for one in _below(View) if one.view and "view" in vars(one)}


def _below(base: type) -> Iterator[type]:
    for one in base.__subclasses__():
        yield one
        yield from _below(one)


def named(view: str) -> str:
    """What a screen is called: by hand, else as the command that opens it."""
    if view in NAMES:
        return NAMES[view]
    openers = (one for one in _below(Command) if getattr(one, "opens", "") == view)
    return next(openers).name


def page() -> str:
    """The whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    known, curriculum = views(), load()
    yield HEAD.rstrip()
    yield "\n## On every screen\n"
    yield from _keys(EVERYWHERE)
    yield "\n## Where you write\n"
    yield from (" ".join(one.split()) + "\n" for one in FIELDS.strip().split("\n\n"))
    yield "## The way through"
    for view in FIRST:
        yield from _screen(known[view])
    yield "\n## Rating and deciding"
    for view in RATED:
        yield from _screen(known[view])
    for chapter in curriculum.chapters:
        yield f"\n## Chapter {chapter.number}: {chapter.name}"
        yield from _openers(chapter)
        for view in _drawn(curriculum, chapter):
            yield from _screen(known[view])
    yield "\n## The whole plan"
    for view in LAST:
        yield from _screen(known[view])


def _drawn(curriculum: Curriculum, chapter: Chapter) -> Iterator[str]:
    """The drawings of a chapter's steps."""
    for view, (step_id, _, _) in VIEWS.items():
        if curriculum.chapter_of(curriculum.steps[step_id]) == chapter and view not in LAST:
            yield view


def _openers(chapter: Chapter) -> Iterator[str]:
    """What each step offers beside its questions."""
    found = [(step, one) for step in chapter.steps for one in of_step(step.id)]
    if found:
        yield "\n| On the step | Key | Opens |\n|---|---|---|"
    for step, one in found:
        yield f"| {step.name} | {_key(one)} | **{one.name}.** {one.help()} |"


def _screen(view: type[View]) -> Iterator[str]:
    yield f"\n### {named(view.view)}\n"
    yield " ".join(inspect.cleandoc(view.__doc__ or "").split())
    if commands := _own(view):
        yield ""
        yield from _keys(commands)


def _own(view: type[View]) -> tuple[type[Command], ...]:
    """The commands that a screen alone has. No screen is opened: none of them depends on what is
    written, and what a step has beside its table stands with its chapter."""
    if view.view == "step":
        return ()
    if view.view == "table":
        return TABLE_COMMANDS
    return view.commands(object.__new__(view))


def _keys(commands: Sequence[type[Command]]) -> Iterator[str]:
    """Those with a key first."""
    yield "| Key | What it does |\n|---|---|"
    for one in sorted(commands, key=lambda one: not one.key):
        yield f"| {_key(one)} | **{one.name}.** {one.help()}{_where(one)} |"


def _key(command: type[Command]) -> str:
    return f"`{command.keys()}`"


def _where(command: type[Command]) -> str:
    """On which screens a command of every screen stands, if not on all."""
    match command.at:
        case ():
            return ""
        case at if at == FORMS:
            return " *(on a step and a row)*"
        case at if at == STEPS:
            return " *(on a step, a table and a row)*"
        case at:
            return f" *(on {' and '.join(named(one) for one in at)})*"


def main(to: Path) -> None:
    """Writes the page and says where."""
    to.write_text(page(), encoding="utf-8")
    print(f"{to} is written")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TO)
