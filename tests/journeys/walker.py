"""The app on a terminal, which walks through itself: to every step and to a row of every type,
opens the list of a field of each kind, and runs each command that leaves the workbook open.

walker.py FILE: says at the end, after the app, how many screens and lists it saw.
"""

import datetime
import sys
from pathlib import Path

from textual.pilot import Pilot

import screens.app
from screens.app import WorkbookApp
from screens.command import Command
from screens.fields import Editor
from screens.places import Place, Sought
from tests.hostile import MARK, text
from workbook.curriculum import load
from workbook.records import TYPES
from workbook.session import open_session

LEAVES = {"quit", "close", "up", "leave", "palette"}


class Walker(WorkbookApp):
    """The app, and what walks through it."""

    CSS_PATH = [str(Path(screens.app.__file__).with_name(str(one))) for one in WorkbookApp.CSS_PATH]  # noqa: RUF012
    seen = lists = 0

    def on_ready(self) -> None:
        """Everything stands."""
        self.run_worker(self._walk())

    async def _walk(self) -> None:
        self.pilot = Pilot(self)
        self.ran: set[tuple[str, ...]] = set()
        self.sought = Sought(MARK)
        await self._quiet()
        for place in self._places():
            self.go(place)
            await self._quiet()
            self.seen += 1
            for field in list(self.frame.query(Editor)):
                await self._enter(field)
            for command in self.commands_here():
                if command.id() not in LEAVES and self._is_new(command.id()):
                    await self._run(command, place)
        self.notify(text(), title=text(), timeout=1)
        await self.pilot.press("ctrl+p")
        await self._back()
        self.exit()

    def _places(self) -> list[Place]:
        steps = [Place("step", one) for one in self.curriculum.steps]
        tables = [Place("table", one) for one in self.curriculum.tables][::8]
        ids = [f"{one.prefix}-{at % 3 + 1:08}" for at, one in enumerate(TYPES.values())]
        views = [Place(one) for one in ("overview", "map", "trace", "help", "history")]
        return [*views, *(Place("trace", id) for id in ids[::9]), *steps, *tables,
                *(Place("record", id) for id in ids)]  # fmt: skip

    def _is_new(self, *what: str) -> bool:
        new = what not in self.ran
        self.ran.add(what)
        return new

    async def _enter(self, field: Editor) -> None:
        """Opens a field's list, where it has one and none like it was open before."""
        opens = getattr(field, "action_open", None)
        if opens and field.focusable and self._is_new(type(field).__name__, field.spot.kind.word):
            field.focus()
            await self._quiet()
            opens()
            await self._back()

    async def _run(self, command: type[Command], place: Place) -> None:
        """Runs a command, looks, and goes back to the place."""
        self.attempt(lambda: command().run(self))
        await self._back()
        self.plan.undo()
        if self.frame.view is None or self.frame.view.place != place:
            self.go(place)
            await self._quiet()

    async def _back(self) -> None:
        """Out of whatever lies over the frame."""
        await self._quiet()
        while self.screen is not self.frame:
            self.lists += 1
            await self.pilot.press("escape")
            await self._quiet()

    async def _quiet(self) -> None:
        await self.pilot.pause()


file, day = Path(sys.argv[1]), datetime.date(2026, 5, 20)
curriculum = load()
session = open_session(file, curriculum, who="Ana", today=day)
app = Walker(curriculum, session=session, who="Ana", today=day)
app.faults_in_full = True
app.run()
print(f"walked through {app.seen} screens and {app.lists} lists, {app.return_code}")
