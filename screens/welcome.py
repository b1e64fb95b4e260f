"""Welcome: go on where you stopped, begin through one of four doors, or look around."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import Key
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from screens.asking import Asking, refusal
from screens.command import Command
from screens.frame import View
from screens.picker import Pickable, Picker
from screens.places import Memory, Place
from screens.plain import ACCENT, BODY, DATA, INK, MUTED, brief, cell, joined, plain
from screens.recovering import OLDER, offer, why
from screens.tour import tour
from workbook.curriculum import COMMUNITY, SOME_CHAPTERS
from workbook.kinds.text import first_sentence
from workbook.naming import file_for
from workbook.recovery import is_wanted

if TYPE_CHECKING:
    from screens.app import WorkbookApp

INDEPENDENT = (
    "An independent tool. It follows the Urban Institute's Upward Mobility planning toolkit "
    "(2025), which does not endorse it."
)


EXAMPLE = (
    "Prairie Fork County. You get a copy of your own: whatever you change in it, nothing is lost."
)
TOUR = "A card at the foot of each screen says what to look at. Enter goes on, Esc looks around."
MISSED = 3
"""How many workbooks are offered to be brought back."""
WIDEST, NAME = 92, 36
"""Rows from which groups stand apart; cells of the list, and of a name in it."""


class Offer(NamedTuple):
    """A line of Welcome. key: a key that takes it, or a day. more: said of it under the list."""

    name: str
    note: str
    key: str = ""
    more: str = ""


class TakeChoice(Command):
    """Take the choice under the cursor. A number or letter beside a choice takes it at once."""

    name, key, label = "Take this choice", "enter", "open"

    def run(self, app: WorkbookApp) -> None:
        app.frame.query_one(OptionList).action_select()


class WelcomeView(View):
    """Choose a workbook, begin a new one through one of the four doors, open the example or take a
    tour of it. A workbook whose file was emptied, torn, removed or put back to an older state can
    be brought back."""

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
        back = self._offer_recovery(view)
        there = [one for one in Memory().recent() if back.get(one.path) in (None, OLDER)]
        recent = there[: 6 if self.tall else 2]
        if recent:
            self._head(view, "Go on where you stopped")
        for number, one in enumerate(recent):
            line = Offer(one.name, self._where(one.place), _day(one.when), str(one.path))
            self._offer(view, f"recent{number}", line, self._open(one.path))
        self._head(view, "Begin a new one" if recent else "Begin")
        for number, door in enumerate(self.desk.curriculum.lists["doors"].values(), 1):
            line = Offer(door.name, first_sentence(door.note), str(number), door.note)
            self._offer(view, door.id, line, self._begin(door.id))
        self._head(view, "Look around first")
        line = Offer("A worked example", "An invented county, all filled in", "x", EXAMPLE)
        self._offer(view, "example", line, self.desk.open_example)
        line = Offer("A tour of the example", "Ten stops, three minutes", "t", TOUR)
        self._offer(view, "tour", line, partial(tour, self.desk))
        line = Offer("Open a file", "NAME.workbook.json", "o")
        self._offer(view, "open", line, self._ask_file)
        view.highlighted = 1

    def _offer_recovery(self, view: OptionList) -> dict[Path, str]:
        """The workbooks that can be brought back, before all else; gives why each has to be."""
        wanted = {one.path: one for one in Memory().known() if is_wanted(one.path)}
        if wanted:
            self._head(view, "Bring back")
        reasons = {path: why(path) for path in wanted}
        for number, (path, one) in enumerate([*wanted.items()][:MISSED]):
            what = f"{path.name} {reasons[path]}"
            more = f"{path} {reasons[path]} A version that was kept can be brought back."
            line = Offer(one.name, f"Its file {reasons[path]}", "" if number else "r", more)
            self._offer(view, f"back{number}", line, partial(self._bring_back, path, what))
        return reasons

    def _bring_back(self, path: Path, what: str) -> None:
        if not offer(self.desk, path, what):
            self.desk.open_file(path)

    def start(self) -> None:
        self.query_one(OptionList).focus()

    def _head(self, view: OptionList, text: str) -> None:
        if self.tall and view.option_count:
            view.add_option(Option("", disabled=True))
        view.add_option(Option(plain(text, MUTED), disabled=True))

    def _offer(self, view: OptionList, id: str, offer: Offer, do: Callable[[], None]) -> None:
        room = min(self.app.size.width - 4, WIDEST) - 4 - NAME - len(offer.key)
        self._notes[id] = offer.more
        line = joined(
            ("  " + cell(offer.name, NAME), f"{INK} bold"),
            (cell(offer.note, room), BODY),
            (offer.key, MUTED),
        )
        view.add_option(Option(line, id=id))
        self._choices[id] = do
        if len(offer.key) == 1:
            self._choices[offer.key] = do

    def _where(self, place: Place) -> str:
        """The step that a place is in, with its chapter's number."""
        curriculum = self.desk.curriculum
        for id in (place.table, place.id):
            with suppress(KeyError):
                step = curriculum.step_of(id)
                return f"{curriculum.chapter_of(step).number} {step.name}"
        return "Overview" if place.view == "overview" else ""

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
            self.app.push_screen(
                Asking(question, take="begin", wrong=self._no_name),
                lambda name: self._which(door, name),
            )

        return ask

    def _no_name(self, text: str) -> str:
        """Why a workbook cannot be called so, or ""."""
        if not text.strip():
            return "Write a name; it can be changed later."
        return refusal(self.desk.curriculum.prompts[COMMUNITY].kind, text, None)

    def _which(self, door: str, name: str | None) -> None:
        """Some chapters: which they are is asked at once."""
        if not name:
            return
        if door != SOME_CHAPTERS:
            self._make(door, name, [])
            return
        chapters = self.desk.curriculum.lists["chapters"].values()
        items = [Pickable(one.id, one.name) for one in chapters]
        self.app.push_screen(
            Picker("Which chapters do you want? Others stay open.", items, many=True),
            lambda picked: self._make(door, name, picked or []),
        )

    def _make(self, door: str, name: str, chapters: Sequence[str]) -> None:
        self.desk.make_workbook(file_for(name, Path.cwd()), name, door, chapters)

    def _ask_file(self) -> None:
        self.app.push_screen(
            Asking("Which file? (a path to NAME.workbook.json)", wrong=_no_file),
            lambda text: self.desk.open_file(Path(text).expanduser()) if text else None,
        )

    def up(self) -> Place | None:
        return None


def _day(when: str) -> str:
    """When a workbook was left: the time where that is today, else the day."""
    try:
        then = datetime.datetime.fromisoformat(when).astimezone()
    except ValueError:
        return ""
    if then.date() == datetime.datetime.now().astimezone().date():
        return f"today {then:%H:%M}"
    return f"{then:%b} {then.day}, {then.year}"


def _no_file(text: str) -> str:
    """Why a path that was typed cannot be opened, or ""; it stays where it can be mended."""
    with suppress(OSError, RuntimeError):  # a name too long; a user who does not exist
        if not text.strip() or Path(text.strip()).expanduser().is_file():
            return ""
    return f"There is no file {brief(text.strip(), 100)} here."
