"""Help: what this screen is for, the field that you are in, keys, words, and where the file is."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from screens.command import Command
from screens.commands import EVERYWHERE, STEPS
from screens.fields import Editor
from screens.frame import View
from screens.help_words import how, terms
from screens.places import Place
from screens.plain import INK, MUTED, joined, plain
from screens.welcome import INDEPENDENT

if TYPE_CHECKING:
    from screens.app import WorkbookApp

WIDEST, AROUND, KEY = 96, 6, 8
"""Cells of the text, of what stands around it, and of a key with the blank after it."""
SAVED = """
It is saved as you write, also when the line drops or the window is closed. Where the header says
NOT SAVED it says why: write on, it is tried again until it comes through.

F12 shows who changed what and puts back what stood before. Earlier versions, and the snapshots
that you name, are kept beside the file, in the folder with .d at the end of its name. If something
happens to the file, Welcome offers to bring it back, and “workbook doctor FILE” mends it.
"""
OTHERS = """
Whoever else has this workbook open stands in the header, with their step. What they write comes in
by itself, and what you are typing is never written over: F10 takes what they wrote there, and what
you write on stands beside theirs until one of you settles it (Conflicts, in ^p).

Over SSH, in one tmux, or through git: docs/pairing.md and docs/three-offices.md, and
“workbook git-setup --help”.
"""
FIELDS = """
Tab and Shift+Tab go through the fields. There is no save key: what you write is kept. What a field
cannot read yet, such as half a date, is kept beside it until you mend it.

Options in a row: the arrow keys or a number choose.

A field that says “choose…”: Enter opens its list, and typing finds.

Dates: June 30, 2027, 6/30/2027, June 2027, 2027-Q3 or 2027.

Long text: a blank line parts paragraphs; a line that begins with “- ” is a list item.

In a table: Enter opens a row, + adds one, Del removes it, Shift with ↑ ↓ moves it, / finds,
s sorts, d duplicates, w shows it on the whole screen.

F7 lists the fields of the screen: a letter goes to one. In a long text, F7 O opens your own editor
on it. ^c copies, also to a file for terminals that let nobody at their clipboard.

Esc always goes one level up. It never loses anything.
"""


class HelpView(View):
    """What a screen is for, the keys that it has, the words that it uses, and where your file is.
    Esc goes back to it."""

    view: ClassVar[str] = "help"
    lists: ClassVar[bool] = False

    def __init__(self, place: Place, app: WorkbookApp) -> None:
        """Help on the screen that is open in the app, and on the field with the cursor."""
        super().__init__(place)
        about, step = app.frame.view, app.step_here()
        focused = app.frame.focused
        self._spot = focused.spot if isinstance(focused, Editor) else None
        self._about, self._step = (about if about is not self else None), step
        self._own = about.commands() if about else ()
        self._all = [one for one in EVERYWHERE if one.stands_at(app.scene)]
        self._words = terms(app.curriculum, step, about)

    @property
    def crumbs(self) -> list[str]:
        return ["Help"]

    def compose(self) -> ComposeResult:
        """This screen, its field, its keys, its words; then what is the same everywhere."""
        with VerticalScroll(id="help") as scroll:
            scroll.can_focus = True
            yield Static("", id="help-text")

    def start(self) -> None:
        self.query_one("#help").focus()

    def on_resize(self) -> None:
        """What stands beside a key is wrapped there."""
        width = min(self.app.size.width - AROUND, WIDEST)
        parts = [joined((f"{head}\n", f"{INK} bold"), said) for head, said in self._parts(width)]
        end = plain(INDEPENDENT + " It never uses the network.", MUTED)
        self.query_one("#help-text", Static).update(Content("\n\n").join([*parts, end]))

    def _parts(self, width: int) -> Iterator[tuple[str, Content]]:
        """Each part with its heading: what matters here comes first."""
        yield "This screen", self._screen()
        if self._spot:
            name, said = self._spot.name, how(self._spot.kind)
            yield "The field that you are in", _lines(f"{name}: {self._spot.ask}\n\n{said}")
        if own := [one for one in self._own if one.key]:
            yield "Keys here", _keys(own, width)
        if self._words:
            lines = (_beside(f"{one.word}:", one.meaning, width) for one in self._words)
            yield "Words here", Content("\n").join(lines)
        yield "Keys on every screen", _keys([one for one in self._all if one.key], width)
        more = [one for one in (*self._own, *self._all) if not one.key]
        yield "From the list of F7, or by its name in ^p", _keys(more, width)
        yield "Writing", _lines(FIELDS)
        if self.desk.session:
            where = plain(f"{self.desk.session.path.resolve()}\n")
            yield "Your file", where.append(_lines(SAVED))
            yield "With others", _lines(OTHERS)

    def _screen(self) -> Content:
        """The step that it belongs to, and what the screen is for."""
        about = " ".join((type(self._about).__doc__ or "").split())
        if self._step is None or self._about is None or self._about.view not in STEPS:
            return plain(about)
        return plain(f"{self._step.title}. {' '.join(self._step.why.split())}\n\n{about}")


def _lines(text: str) -> Content:
    """Paragraphs as one line each, for the window to wrap."""
    return plain("\n".join(" ".join(one.split()) for one in text.strip().split("\n\n")))


def _keys(commands: Iterable[type[Command]], width: int) -> Content:
    """Every command with its key and what it does; its name, where that does not begin so."""
    return Content("\n").join(_key(one, width) for one in commands)


def _key(command: type[Command], width: int) -> Content:
    said, name = command.help(), command.name
    if not said.casefold().startswith(name.casefold()):
        said = f"{name}: {said}"
    return _beside(command.keys().ljust(KEY - 1), said, width)


def _beside(head: str, text: str, width: int) -> Content:
    """A text behind its head, with its further lines under it."""
    indent = " " * (KEY if head.endswith(" ") else 2)
    whole = textwrap.fill(f"{head} {text}".lstrip(), width, subsequent_indent=indent)
    return joined((whole[: len(head)], f"{INK} bold"), (whole[len(head) :], ""))
