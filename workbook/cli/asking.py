"""`ask`: the whole workbook as questions, line by line."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from workbook.cli import offering
from workbook.cli.problem import INTERRUPTED, Problem
from workbook.cli.settings import here
from workbook.cli.streams import on_terminal
from workbook.cli.verb import FILE, verb
from workbook.cli.workbooks import changing
from workbook.nearest import meant

if TYPE_CHECKING:
    from workbook.ask.asker import Asker
    from workbook.ask.walk import Walk
    from workbook.curriculum import Chapter, Curriculum, Step
    from workbook.session import Session


@verb(
    "ask",
    "workbook ask our.workbook.json",
    "workbook ask our.workbook.json --plain --chapter 3",
    "workbook ask our.workbook.json --step activities",
    "workbook ask our.workbook.json --from register",
    "workbook ask our.workbook.json --plain < answers.txt",
)
@FILE
@click.option("--plain", is_flag=True, help="Lines only, for a screen reader or a transcript.")
@click.option("--step", metavar="ID", shell_complete=offering.STEPS, help="Only this step.")
@click.option(
    "--from",
    "begin",
    metavar="ID",
    shell_complete=offering.STEPS,
    help="This step and all that come after it.",
)
@click.option(
    "--chapter",
    metavar="ID",
    shell_complete=offering.CHAPTERS,
    help="Only this chapter, by its number or id.",
)
def ask_(file: Path, plain: bool, step: str | None, begin: str | None, chapter: str | None) -> int:
    """Answer the questions one by one, without the screens.

    It begins where you wrote last; in a pipe, and with a part of it, at its first question.
    Each answer is saved at once, and whatever a screen can set can be set here: answers, the rows
    of tables, ratings, why a check is set aside. On a terminal there are menus. With --plain, with
    ACCESSIBLE=1 or TERM=dumb in the environment, where the locale is not UTF-8, or in a pipe, there
    are only lines, appended one after another: an empty line leaves an answer as it is, and a long
    text ends with a line that holds only a dot (write two dots for a line of one).

    In place of an answer :back, :skip, :later and :go lead elsewhere and :quit stops; :clear
    empties it and :undo takes the last change back; :edit writes a long text in your own editor
    (VISUAL or EDITOR; one with a window of its own has to wait: EDITOR="code --wait"); :draw has
    the theory of change drawn up; :agree notes who agreed to the step; :checks reads what the
    checks find there; :done leaves a row; and :help explains the step and lists them. Inside a
    long text such a word on a line of its own is one too, and what stands before it is kept; with
    a space or a backslash before it, it is text.

    At a table: add, edit 2, edit 2 NAME for one field, remove 2, up 2, down 2, list; rate goes from
    item to item of an assessment, agree through what a room settles on. What is chosen from a list
    is given by its number, its name or a part of that; + and a name makes what is missing, as in
    + West side.
    """
    again = " --plain" if plain else ""
    return walked(file, asker(plain=plain), again, step=step, chapter=chapter, begin=begin)


def walked(file: Path, asker: Asker, again: str = "", **part: str | None) -> int:
    """Has a workbook asked through, or a part of it (see `chosen`); gives the exit code. again:
    what is typed behind the command to go on in the same way. On a terminal the whole workbook
    begins where one wrote last."""
    from workbook.ask.walk import Walk

    with changing(file) as session:
        steps = chosen(session.plan.curriculum, **part)
        walk = Walk(session.plan, asker, asker.saving(lambda: _save(session, asker)), steps)
        if on_terminal() and not any(part.values()) and (last := _last(session)):
            walk.begin_at(last)
        return _walk(session, asker, walk, again)


def _last(session: Session) -> Step | None:
    """The step on which whoever asks wrote last, None where that is not known."""
    plan, group = session.plan, session.history.newest_of(session.plan.who)
    for edit in group.edits if group else ():
        record = plan.record(edit.id)
        home = plan.curriculum.home(record) if record else plan.curriculum.prompts.get(edit.id)
        if home:
            return plan.curriculum.step_of(home.id)
    return None


def asker(*, plain: bool = False) -> Asker:
    """Who asks: menus on a terminal; plain lines in a pipe, on request, where a terminal cannot
    draw menus, and for a screen reader."""
    from workbook.ask.signs import is_utf8, shown_in

    if plain or why_plain() or not (on_terminal() and is_utf8(os.environ)):
        from workbook.ask.piped import Piped
        from workbook.ask.plain import PlainAsker

        typed, encoding = sys.stdin.isatty(), shown_in(os.environ, sys.stdout.encoding)
        source = sys.stdin if typed else Piped(sys.stdin.fileno())
        return PlainAsker(source, sys.stdout, typed=typed, encoding=encoding)
    from workbook.ask.fancy import FancyAsker

    return FancyAsker()


def why_plain() -> str:
    """Why this terminal gets plain lines and no screens, as the begin of a sentence; "" where it
    can have them."""
    if os.environ.get("ACCESSIBLE", "") not in ("", "0"):
        return "ACCESSIBLE is set"
    term = os.environ.get("TERM", "")
    if term in ("", "dumb"):
        return f"TERM is {term or 'not set'}"
    return ""


def chosen(
    curriculum: Curriculum,
    step: str | None = None,
    chapter: str | None = None,
    begin: str | None = None,
) -> list[Step]:
    """The steps to walk: all, one chapter's, those from `begin` on, or one. Raises Problem for
    what is no step or chapter."""
    steps = list(curriculum.steps.values())
    if chapter is not None:
        steps = list(_chapter(curriculum, chapter).steps)
    if begin is not None:
        steps = steps[_place(begin, steps) :]
    return steps if step is None else [steps[_place(step, steps)]]


def _place(id: str, steps: list[Step]) -> int:
    """Where a step stands among others. Raises Problem."""
    ids = [one.id for one in steps]
    if id not in ids:
        raise Problem(_none("step", id, ids))
    return ids.index(id)


def _chapter(curriculum: Curriculum, word: str) -> Chapter:
    for one in curriculum.chapters:
        if word in (one.id, str(one.number)):
            return one
    raise Problem(_none("chapter", word, [one.id for one in curriculum.chapters]))


def _none(what: str, word: str, known: list[str]) -> str:
    """That there is none of that name, and which there are."""
    hint = meant(word, known, else_=f" There are: {', '.join(known)}.")
    return f"There is no {what} “{word[:40]}”.{hint}"


def _walk(session: Session, asker: Asker, walk: Walk, again: str) -> int:
    """Walks and says at the end what was kept, also where Ctrl-C is the end; gives the
    exit code."""
    from workbook.session import end_on_signals

    end_on_signals(session, leaving=asker.give_back)
    code, done = 0, False
    try:
        done = walk.run()
    except KeyboardInterrupt:
        code = INTERRUPTED
    finally:
        _save(session, asker)
    last = "Stopped. " if code else "That was the last question. " if done else ""
    count = walk.changes
    kept = f"{count} {'change' if count == 1 else 'changes'} saved in {session.path}."
    asker.say(last + (kept if count else "Nothing was changed."))
    if not done and not here().quiet:
        file = quote(str(session.path))
        asker.say(f"To go on: workbook ask {file} --from {walk.step.id}{again}")
    return code


def _save(session: Session, asker: Asker) -> None:
    """Saves; a save that fails is said, and tried again with the next one and at the end."""
    from workbook.store import StoreError

    try:
        session.save()
    except StoreError as error:
        asker.say(f"Not saved: {error} It is tried again after the next answer.")
