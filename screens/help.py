"""Help: what this screen is for, its keys, its words, and where the file is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from screens.command import Command
from screens.commands import offered
from screens.frame import View
from screens.places import Place
from screens.plain import INK, MUTED, joined, plain
from screens.welcome import INDEPENDENT

if TYPE_CHECKING:
    from workbook.curriculum import Step

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

Esc always goes one level up. It never loses anything.
"""


class HelpView(View):
    """What you are reading."""

    view: ClassVar[str] = "help"
    lists: ClassVar[bool] = False

    def __init__(self, place: Place, about: View | None, step: Step | None) -> None:
        super().__init__(place)
        self._about, self._step = about, step

    @property
    def crumbs(self) -> list[str]:
        return ["Help"]

    def compose(self) -> ComposeResult:
        """This screen, its keys, writing, words, the file."""
        with VerticalScroll(id="help") as scroll:
            scroll.can_focus = True
            yield Static(Content("\n\n").join(self._parts()), id="help-text")

    def start(self) -> None:
        self.query_one("#help").focus()

    def _parts(self) -> list[Content]:
        about = " ".join((type(self._about).__doc__ or "").split())
        keys = list(offered(self._about.view, self._about.commands())) if self._about else []
        parts = [
            joined(("This screen\n", f"{INK} bold"), (about, "")),
            joined(("Keys here\n", f"{INK} bold")).append(_keys([one for one in keys if one.key])),
            joined(("In the list of commands, ^p\n", f"{INK} bold")).append(
                _keys([one for one in keys if not one.key])
            ),
            joined(("Writing\n", f"{INK} bold")).append(_lines(FIELDS)),
        ]
        if self._step and self._step.words:
            words = "\n".join(f"{one.word}: {one.meaning}" for one in self._step.words)
            parts.append(joined(("Words on this step\n", f"{INK} bold"), (words, "")))
        if self.desk.session:
            where = plain(f"{self.desk.session.path.resolve()}\n")
            head = joined(("Your file\n", f"{INK} bold"))
            parts.append(head.append(where).append(_lines(SAVED)))
            parts.append(joined(("With others\n", f"{INK} bold")).append(_lines(OTHERS)))
        return [*parts, plain(INDEPENDENT + " It never uses the network.", MUTED)]


def _lines(text: str) -> Content:
    """Paragraphs as one line each, for the window to wrap."""
    return plain("\n".join(" ".join(one.split()) for one in text.strip().split("\n\n")))


def _keys(commands: Iterable[type[Command]]) -> Content:
    """Every command with its key and what it does."""
    lines = [
        joined(
            (one.keys().ljust(6), f"{INK} bold"),
            (f"{one.name}: ", f"{INK} bold"),
            (one.help(), ""),
        )
        for one in commands
    ]
    return Content("\n").join(lines)
