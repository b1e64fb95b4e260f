"""A small question over the screen: one line to write, or yes or no."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, Static

from screens.plain import MUTED, plain
from workbook.kinds import Invalid, Kind
from workbook.kinds.text import unmarked, visible

if TYPE_CHECKING:
    from screens.app import WorkbookApp


def refusal(kind: Kind[Any], text: str, ground: Any) -> str:
    """Why a line is no value of a kind, ""  where it is one."""
    try:
        kind.parse(text, ground)
    except Invalid as error:
        return str(error)
    return ""


def ask(app: WorkbookApp, question: Screen[Any], then: Callable[[Any], object]) -> None:
    """Puts a question over the screen. `then` does something with the answer, which the plan may
    refuse: then it is said why. A question that was left, or answered with no, does nothing."""

    def take(given: Any) -> None:
        if given is not None and given is not False:
            app.attempt(partial(then, given))

    app.push_screen(question, take)


class Asking(ModalScreen[str | None]):
    """Asks for a line and gives it, None where it was left with Esc.

    take: what Enter does with it. wrong: gives why a line cannot be taken, or "".
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave", show=False)]

    def __init__(
        self,
        question: str,
        value: str = "",
        *,
        take: str = "keep",
        wrong: Callable[[str], str] = lambda text: "",
    ) -> None:
        super().__init__()
        self._question, self._value, self._take, self._wrong = question, value, take, wrong

    def compose(self) -> ComposeResult:
        """The question, the line, the keys."""
        with Vertical(id="asking"):
            yield Static(plain(self._question), id="asking-title")
            yield Input(visible(self._value), compact=True, select_on_focus=False)
            yield Static(plain(f"⏎ {self._take}   Esc cancel", MUTED), id="asking-said")

    def on_mount(self) -> None:
        """Nothing blinks."""
        self.query_one(Input).cursor_blink = False

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Gives the line, or says why not."""
        text = unmarked(event.value).strip()
        wrong = self._wrong(text)
        if wrong:
            self.query_one("#asking-said", Static).update(plain("○ " + wrong))
        else:
            self.dismiss(text)

    def action_leave(self) -> None:
        """Leaves without an answer."""
        self.dismiss(None)


class Confirm(ModalScreen[bool]):
    """Asks yes or no before something that undo cannot take back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "say(True)", "Yes", show=False),
        Binding("n,escape", "say(False)", "No", show=False),
    ]

    def __init__(self, question: str, yes: str, no: str = "leave it") -> None:
        super().__init__()
        self._question, self._yes, self._no = question, yes, no

    def compose(self) -> ComposeResult:
        """The question and the two keys."""
        with Vertical(id="asking"):
            yield Static(plain(self._question), id="asking-title")
            yield Static(plain(f"y {self._yes}   n {self._no}", MUTED), id="asking-said")

    def action_say(self, yes: bool) -> None:
        """Gives the answer."""
        self.dismiss(yes)
