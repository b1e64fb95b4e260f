"""`new` and `demo`: a workbook of one's own, and the worked example."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from workbook.cli.problem import INTERRUPTED, NO_FILE, NOT_WRITTEN, Problem
from workbook.cli.replaced import ENDING, set_aside
from workbook.cli.settings import Settings, here
from workbook.cli.streams import on_terminal
from workbook.cli.verb import FILE, PATH, verb
from workbook.nearest import meant

if TYPE_CHECKING:
    from workbook.ask.talk import Talk
    from workbook.curriculum import Curriculum
    from workbook.plan import Plan

EXAMPLE = "prairie-fork"
"""The example that is copied where none is named."""


@verb(
    "new",
    "workbook new                                asks, and names the file for your community",
    "workbook new our.workbook.json",
    'workbook new --no-input --community "Prairie Fork County"',
)
@click.argument("file", type=PATH, required=False)
@click.option("--community", help="What the place or coalition is called.")
@click.option("--place", help="Which place and which people the plan is for.")
@click.option("--coordinator", help="Who runs the process.")
@click.option("--door", help="Where to begin: an entry of the list of doors.")
@click.option("--chapters", help="Which chapters, with ; between them, where the door is theirs.")
@click.option("--no-input", is_flag=True, help="Ask nothing; what is needed must be given.")
def new_(file: Path | None, no_input: bool, **given: str | None) -> None:
    """Make a workbook of your own.

    Without FILE it is called after its community: prairie-fork-county.workbook.json. On a
    terminal it asks what was not given. Nothing is ever overwritten.
    """
    from workbook.naming import file_for

    settings = here()
    if file is not None:
        check_new(file)
    curriculum = settings.curriculum()
    draft = _draft(curriculum, settings)
    for name, text in given.items():
        if text is not None:
            _put(draft, name, text)
    if not no_input and on_terminal():
        _ask(draft, {name for name, text in given.items() if text is not None})
    community = draft.answer("workbook.community")
    if community is None:
        raise Problem("A workbook needs the name of its community: --community NAME.")
    file = file or file_for(community, Path())
    _make(file, draft, settings)
    settings.note(f"Made: {file}\nTo open it: workbook {quote(str(file))}")


def check_new(file: Path) -> None:
    """Raises Problem where a file cannot be made under this name, or one stands there."""
    name = file.name
    if not name.strip() or any(one < " " or one == "\x7f" for one in str(file)):
        raise Problem("A file's name needs a letter, and no line break or control character.")
    if len(name.encode(errors="surrogateescape")) > 240:
        raise Problem(f"That name is too long for a file ({len(name):,} characters).")
    if file.exists() or file.is_symlink():
        raise Problem(f"{file} exists already; nothing was written.")


def _draft(curriculum: Curriculum, settings: Settings) -> Plan:
    """A plan in memory: what cannot be kept is refused before there is a file."""
    from tinydb.storages import MemoryStorage

    from workbook.plan import Plan
    from workbook.store.tables import Tables

    tables = Tables(storage=MemoryStorage)
    return Plan(tables, curriculum, today=settings.today(), who=settings.name())


def _put(draft: Plan, name: str, text: str) -> None:
    """Keeps what a flag gave. Raises Problem with the flag's name."""
    from workbook.cli.assignments import value
    from workbook.kinds import Invalid

    id = f"workbook.{name}"
    try:
        draft.put(id, value(draft.kind(id), text, draft, is_json=False))
    except Invalid as wrong:
        raise Problem(f"--{name}: {wrong}") from None


def _ask(draft: Plan, given: set[str]) -> None:
    """Asks what was not given, with the questions of the content. Raises Problem when left."""
    from workbook.ask.talk import Talk
    from workbook.ask.wording import OPENING
    from workbook.ask.words import WORDS, Word
    from workbook.cli.asking import asker

    words = {one: WORDS[one] for one in (Word.BACK, Word.SKIP, Word.CLEAR, Word.HELP)}
    words[Word.QUIT] = "stop; no workbook is made"
    talk = Talk(draft, asker(), lambda: None, words)
    talk.asker.say(OPENING)
    try:
        done = _asked(talk, list(_names(given)))
    except KeyboardInterrupt:
        done = False
    if not done:
        raise Problem("Nothing was made.", INTERRUPTED)


def _asked(talk: Talk, names: list[str]) -> bool:
    """Asks these questions, which chapters only behind the door of that name; False where it was
    left."""
    from workbook.ask.talk import Move, spot_of
    from workbook.curriculum import CHAPTERS, COMMUNITY, DOOR, SOME_CHAPTERS

    plan, place = talk.plan, 0
    while place < len(names):
        prompt = plan.curriculum.prompts[f"workbook.{names[place]}"]
        if prompt.id == CHAPTERS and plan.answer(DOOR) != SOME_CHAPTERS:
            break
        spot = spot_of(plan, prompt, f"{prompt.name}.")
        move = talk.value(spot, plan.curriculum.step_of(prompt.id))
        if move is Move.QUIT:
            return False
        if move is Move.ON and prompt.id == COMMUNITY and not plan.answer(prompt.id):
            talk.asker.say("The workbook needs this one.")
            continue
        place = max(0, place - 1) if move is Move.BACK else place + 1
    return True


def _names(given: set[str]) -> Iterator[str]:
    """The questions that a new workbook begins with and that no flag answered, in order."""
    for name in ("community", "place", "coordinator", "door", "chapters"):
        if name not in given:
            yield name


def _make(file: Path, draft: Plan, settings: Settings) -> None:
    """Makes the file with what the draft holds. Raises StoreError."""
    from workbook.session import new_session

    session = new_session(file, draft.curriculum, who=settings.name(), today=settings.today())
    for prompt in draft.curriculum.prompts.values():
        if (held := draft.answer(prompt.id)) is not None:
            session.plan.put(prompt.id, held)
    session.save()
    session.close()


@verb(
    "demo",
    "workbook demo example.workbook.json",
    "workbook demo boone.workbook.json --example boone",
)
@FILE
@click.option(
    "--example", metavar="NAME", default=EXAMPLE, show_default=True, help="Which to copy."
)
@click.option(
    "--force", is_flag=True, help="Take the place of the file that stands there, and keep that one."
)
def demo_(file: Path, example: str, force: bool) -> None:
    """Copy a worked example.

    The first is invented; others are compiled from public reports. Each says so itself. With
    --force, what stood there is kept beside it, with its history: as NAME-old.workbook.json.
    """
    data = _example(example)
    if not force:
        check_new(file)
    elif old := set_aside(file, data):
        here().note(f"What stood there is now: {old}")
    _copy(file, data)
    here().note(f"Made: {file}\n{_about(data)}")
    if example == EXAMPLE:
        here().note(f"A tour of it: workbook {quote(str(file))}, then g.")


def _example(name: str) -> bytes:
    """The file of a worked example. Raises Problem with the names that there are."""
    from workbook.curriculum import OURS
    from workbook.kinds.text import brief

    known = {one.name.removesuffix(ENDING): one for one in OURS.glob(f"examples/*{ENDING}")}
    if name not in known:
        names = ", ".join(sorted(known)) or "none"
        hint = meant(name, known)
        raise Problem(f"No example is called {brief(name, 60)}; the examples are: {names}.{hint}")
    try:
        return known[name].read_bytes()
    except OSError as error:
        raise Problem(f"The example cannot be read: {error.strerror}.", NO_FILE) from None


def _about(example: bytes) -> str:
    """What an example says of itself: which place it is for, and where that comes from."""
    from workbook.curriculum import PLACE

    return f"It is for {json.loads(example)['answers'][PLACE]['value']}."


def _copy(file: Path, data: bytes) -> None:
    """Writes the example, with the rights of a new workbook. Raises Problem."""
    from workbook.store.disk import Disk
    from workbook.store.failure import reason
    from workbook.store.replacing import create
    from workbook.store.rights import rights

    try:
        create(file, data, Disk(), rights(file))
    except OSError as error:
        raise Problem(f"{file} cannot be written: {reason(error)}.", NOT_WRITTEN) from None
