"""One letter to any field of the screen, and to what has no key of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from string import ascii_lowercase
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from screens.fields import Editor
from screens.guided import Guided
from screens.plain import ACCENT, BODY, MUTED, WARN, brief, joined, plain
from screens.rows import Grid, RowTable

if TYPE_CHECKING:
    from screens.app import WorkbookApp

AROUND = 8
"""Rows that the list leaves to what stands around it."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something to jump to. letter: what is pressed for it, "" where they have run out. sign: ✓ for
    what is written, ○ for a text that its field cannot read."""

    letter: str
    name: str
    sign: str
    go: Callable[[], object]


class Jump(ModalScreen[Target | None]):
    """Gives what was chosen, None where it was left. A letter chooses at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f7", "dismiss(None)", "Leave", show=False)
    ]

    def __init__(self, targets: Sequence[Target], here: int) -> None:
        super().__init__()
        self._targets, self._here = targets, here

    def compose(self) -> ComposeResult:
        """The fields, then what can be done, each with its letter."""
        with Vertical(id="picker"):
            yield Static(plain("Go to a field, or do something"), id="picker-title")
            yield OptionList(*self._options(), id="picker-list", markup=False)
            keys = "A letter goes there, or ↑ ↓ and ⏎   Esc back"
            yield Static(plain(keys, MUTED), id="picker-keys")

    def _options(self) -> Iterator[Option]:
        for number, one in enumerate(self._targets):
            yield Option(_line(one, max(24, min(72, self.app.size.width) - 10)), id=str(number))

    def on_mount(self) -> None:
        """The cursor is where it is on the screen below."""
        found = self.query_one(OptionList)
        found.styles.max_height = max(4, self.app.size.height - AROUND)
        found.highlighted = self._here if self._targets else None

    def on_key(self, event: Key) -> None:
        """A letter chooses, small or large as it is shown."""
        wanted = next((one for one in self._targets if one.letter == event.character), None)
        if wanted and event.character:
            event.stop()
            self.dismiss(wanted)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """⏎ or a click takes the one under the cursor."""
        event.stop()
        self.dismiss(self._targets[event.option_index])


def _line(one: Target, cells: int) -> Content:
    return joined(
        (f"{one.letter or ' '} ", f"{ACCENT} bold"),
        (f"{one.sign or ' '} ", WARN if one.sign == "○" else MUTED),
        (brief(one.name, cells), BODY),
    )


def jump(app: WorkbookApp) -> None:
    """Lists the fields and the commands of the screen; the chosen one is gone to, or done."""
    fields = list(_fields(app))
    targets = [*fields, *_doings(app)]
    here = next((n for n, (_, one) in enumerate(_places(app)) if one.has_focus), 0)

    def take(chosen: Target | None) -> None:
        if chosen is not None:
            app.attempt(chosen.go)

    app.push_screen(Jump(targets, here), take)


def _places(app: WorkbookApp) -> list[tuple[str, Widget]]:
    """The fields and tables of a form in reading order, each with what it asks."""
    view = app.frame.view
    if not isinstance(view, Guided):
        return []
    found: list[tuple[str, Widget]] = []
    for one in view.query(".editor, Grid"):
        if isinstance(one, Editor):
            found.append((one.spot.ask or one.spot.name, one))
        elif isinstance(one, Grid) and isinstance(one.parent, RowTable):
            found.append((f"{one.parent.table.name}: a table", one))
    return found


def _fields(app: WorkbookApp) -> Iterator[Target]:
    letters = iter(ascii_lowercase)
    for name, one in _places(app):
        yield Target(next(letters, ""), name, _sign(one), partial(_focus, app, one))


def _sign(one: Widget) -> str:
    if not isinstance(one, Editor):
        return ""
    if (one.spot.id, one.spot.field) in one.drafts:
        return "○"
    return "" if one.kept() is None else "✓"


def _focus(app: WorkbookApp, one: Widget) -> None:
    view = app.frame.view
    if isinstance(view, Guided) and one.is_attached:
        one.focus(scroll_visible=False)
        view.call_after_refresh(view.reveal, one)


def _doings(app: WorkbookApp) -> Iterator[Target]:
    for one in app.commands_here():
        if one.letter and not one.key:
            yield Target(one.letter, one.titled(app), "", partial(one().run, app))
