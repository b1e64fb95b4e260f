"""Welcome: go on where you stopped, begin through one of four doors, or look around."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import Key
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from screens.asking import Asking
from screens.commands import Command
from screens.frame import View
from screens.places import Memory, Place, file_for
from screens.plain import ACCENT, BODY, DATA, INK, MUTED, joined, plain
from workbook.kinds.text import brief

if TYPE_CHECKING:
    from screens.app import WorkbookApp

INDEPENDENT = (
    "An independent tool. It follows the Urban Institute's Upward Mobility planning toolkit "
    "(2025), which does not endorse it."
)


class TakeChoice(Command):
    """Take the choice under the cursor. A number or letter beside a choice takes it at once."""

    name, key, label = "Take this choice", "enter", "open"

    def run(self, app: WorkbookApp) -> None:
        app.frame.query_one(OptionList).action_select()


class WelcomeView(View):
    """Choose a workbook, begin a new one through one of the four doors, or open the example."""

    view: ClassVar[str] = "welcome"
    lists: ClassVar[bool] = False

    def commands(self) -> tuple[type[Command], ...]:
        return (TakeChoice,)

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._choices: dict[str, Callable[[], None]] = {}
        self._notes: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """The mark, the choices, the promise."""
        with VerticalScroll(id="welcome", can_focus=False):
            mark = joined(
                ("▁▂▃▄▅▆", DATA),
                ("█", ACCENT),
                ("  Mobility Workbook\n", f"{INK} bold"),
                ("         From what people told you to who keeps it up.", MUTED),
            )
            yield Static(mark, id="welcome-mark")
            yield OptionList(id="welcome-list", markup=False)
            yield Static("", id="welcome-note")
            yield Static(
                plain(
                    "Everything you write is kept as you write it. There is no save key.\n"
                    + INDEPENDENT,
                    MUTED,
                ),
                id="welcome-foot",
            )

    def on_mount(self) -> None:
        """Lists what there is."""
        view = self.query_one(OptionList)
        recent = Memory().recent()[: 2 if self.app.size.height < 30 else 6]
        if recent:
            view.add_option(self._head("Go on where you stopped"))
        for number, one in enumerate(recent):
            where = self._where(one.place)
            self._offer(
                view,
                f"recent{number}",
                one.name,
                f"{where}  {one.when[:10]}",
                "",
                self._open(one.path),
            )
        view.add_option(self._head("Begin a new one" if recent else "Begin"))
        for number, door in enumerate(self.desk.curriculum.lists["doors"].values(), 1):
            self._offer(view, door.id, door.name, door.note, str(number), self._begin(door.id))
        view.add_option(self._head("Look around first"))
        self._offer(
            view,
            "example",
            "A worked example",
            "Prairie Fork County, an invented place",
            "x",
            self.desk.open_example,
        )
        self._offer(view, "open", "Open a file", "NAME.workbook.json", "o", self._ask_file)
        view.highlighted = 1

    def start(self) -> None:
        self.query_one(OptionList).focus()

    def _head(self, text: str) -> Option:
        return Option(plain(text, MUTED), disabled=True)

    def _offer(
        self, view: OptionList, id: str, name: str, note: str, key: str, do: Callable[[], None]
    ) -> None:
        width = max(16, min(self.app.size.width, 90) - 50)
        self._notes[id] = note
        line = joined(
            ("  " + brief(name, 36).ljust(37), f"{INK} bold"),
            (brief(note, width - 1).ljust(width), BODY),
            (key, MUTED),
        )
        view.add_option(Option(line, id=id))
        self._choices[id] = do
        if key:
            self._choices[key] = do

    def _where(self, place: Place) -> str:
        step = self.desk.curriculum.steps.get(place.id)
        if step is None:
            return "Overview" if place.view == "overview" else ""
        return f"{self.desk.curriculum.chapter_of(step).number} {step.name}"

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """What the choice under the cursor means, in full."""
        note = self._notes.get(str(event.option.id), "")
        self.query_one("#welcome-note", Static).update(plain(note, MUTED))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """⏎ or a click takes a choice."""
        self._choices[str(event.option.id)]()

    def on_key(self, event: Key) -> None:
        """A number or a letter takes a choice at once."""
        if event.character and event.character in self._choices:
            event.stop()
            self._choices[event.character]()

    def _open(self, path: Path) -> Callable[[], None]:
        return lambda: self.desk.open_file(path)

    def _begin(self, door: str) -> Callable[[], None]:
        def ask() -> None:
            question = "What is your community or coalition called? (such as Prairie Fork County)"
            wrong = "Write a name; it can be changed later."
            self.app.push_screen(
                Asking(question, wrong=lambda text: "" if text.strip() else wrong),
                lambda name: self._make(door, name),
            )

        return ask

    def _make(self, door: str, name: str | None) -> None:
        if name:
            self.desk.make_workbook(file_for(name, Path.cwd()), name, door)

    def _ask_file(self) -> None:
        self.app.push_screen(
            Asking("Which file? (a path to NAME.workbook.json)", wrong=_no_file),
            lambda text: self.desk.open_file(Path(text).expanduser()) if text else None,
        )

    def up(self) -> Place | None:
        return None


def _no_file(text: str) -> str:
    """Why a path that was typed cannot be opened, or ""; it stays where it can be mended."""
    if not text.strip() or Path(text.strip()).expanduser().is_file():
        return ""
    return f"There is no file {brief(text.strip(), 100)} here."
