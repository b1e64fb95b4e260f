"""The Textual app: the open workbook, where the user is, and the way between screens."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text as Line
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Event, Key, Paste, Resize
from textual.filter import LineFilter, Monochrome
from textual.message import Message
from textual.screen import Screen

from screens import leaving, opening
from screens.chapters import step_items
from screens.command import Command
from screens.commands import EVERYWHERE, offered
from screens.copying import told
from screens.delta import Delta
from screens.ending import Ending
from screens.example import Example
from screens.fields import Editor
from screens.fields.entry import Entry
from screens.frame import ROOMY, Frame
from screens.guidance import PAGES
from screens.in_turn import InTurn
from screens.looking import filters
from screens.looks import Looks
from screens.places import Memory, Place, Sought
from screens.plain import brief, pasted, plain
from screens.steady import SteadySheet
from screens.theme import SHADE, themes, tokens, variables
from screens.views import view_for
from screens.way import Way
from workbook.curriculum import CHAPTERS, COMMUNITY, DOOR, Curriculum, Step
from workbook.edits import Edit
from workbook.kinds import Invalid
from workbook.kinds.text import unmarked, visible
from workbook.plan import Plan, Unknown
from workbook.session import Session
from workbook.store import StoreError

if TYPE_CHECKING:
    from textual.command import Provider

FAULT = (
    "workbook: This is a fault of the program ({kind}: {error}). What you wrote is saved; "
    "--debug shows where it happened."
)
PAUSE = 0.3
"""Seconds after a change until header, chapters and progress are drawn anew."""
AT_ONCE = 0.01
"""Seconds, as few as a timer takes, after another's change where nobody is typing."""
SAVING = "saving…"
OVER = (
    "This asks something of the screen below. Type to find or to write, ↑ ↓ choose, Enter takes, "
    "Tab is done where several can be marked. Esc leaves everything as it was."
)
"""What F1 says where something is asked over the screen."""
PASSING = 6
"""Seconds up to which a toast is a passing word: where another comes, it goes."""


def palette() -> type[Provider]:
    """What ^p finds; loaded when it is first opened."""
    from screens.palette import Palette

    return Palette


class WorkbookApp(App[None], inherit_bindings=False):
    """One user at one workbook. Screens ask `plan` and tell `plan`; nothing else changes it."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "assessing.tcss", "engaging.tcss"]
    TITLE = "Mobility Workbook"
    COMMAND_PALETTE_BINDING = "ctrl+p"
    COMMANDS = {palette}  # noqa: RUF012  # Textual's own type
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(one.key, f"do('{one.id()}')", one.name, show=False, priority=one.first)
            for one in EVERYWHERE
            if one.key not in ("", "escape", "ctrl+c")  # these mean one thing or the other
        ),
        Binding("escape", "up", "One level up", show=False),
        Binding("ctrl+c", "copy_or_say", show=False, system=True),
    ]

    class Saved(Message):
        """A save came through, or it did not and this says why. Posted from the saver's thread."""

        def __init__(self, failure: Exception | None = None) -> None:
            super().__init__()
            self.failure = failure

    class Foreign(Message):
        """Another session's changes came in."""

        def __init__(self, edits: Sequence[Edit]) -> None:
            super().__init__()
            self.edits = edits

    class Company(Message):
        """Others came, went, or went on to another place."""

    def __init__(
        self,
        curriculum: Curriculum,
        *,
        session: Session | None = None,
        who: str = "",
        today: datetime.date,
        day_of: Callable[[Plan], datetime.date] | None = None,
    ) -> None:
        super().__init__()
        self.faults_in_full = False
        self.damaged: Path | None = None
        self.day_of = day_of or (lambda plan: plan.as_of or today)
        self.animation_level = "none"
        self._delta = None if os.environ.get("WORKBOOK_DRAW") == "whole" else Delta()
        self.looks = Looks.here(self.console.color_system)
        for theme in themes(self.console.color_system):
            self.register_theme(theme)
        self.wear(self.looks)
        self.stylesheet = SteadySheet(variables=self.get_css_variables())
        self.curriculum, self.session, self.who = curriculum, session, who
        self.today = today
        self.example, self.memory = Example(curriculum, today), Memory()
        self.saved, self.save_failed = "", False
        self.guidance_open = False
        self.guidance_page = PAGES[0]
        self.way, self.sought = Way(self), Sought()
        self._unsubscribe: Callable[[], None] = lambda: None
        self._timer: Any = None
        self._stale = False
        self._noting: Any = None
        self._last: Callable[[], None] = lambda: None
        self.in_turn = InTurn(self, super().on_event)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The palette's tokens, which the style sheet names before a theme is set."""
        return variables(SHADE)

    def wear(self, looks: Looks) -> None:
        """Looks so from now on."""
        self.looks = looks
        self._worn = filters(looks, self.palette)
        self.theme = f"workbook-{looks.look}"
        if self.is_running and (view := self.frame.view):
            self.refresh_css(animate=False)  # the same theme may be drawn with other signs
            view.renew()

    @property
    def palette(self) -> dict[str, str]:
        """The colour of each token, in what is drawn without a style sheet."""
        return tokens(self.looks.look, self.console.color_system)

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        """Only what has changed on the terminal is written (under Textual's own name)."""
        if self._delta and renderable is not None and self._draws:
            renderable = self._delta.of(renderable, self.console) or renderable
        super()._display(screen, renderable)

    @property
    def _draws(self) -> bool:
        """Whether Textual writes what is to be displayed now; it asks the same."""
        driver = self._driver
        return bool(
            self._running and not self._closed and not self._batch_count
            and driver is not None and not self.is_headless and not driver.is_inline
        )  # fmt: skip

    def draw_anew(self) -> None:
        """Writes the whole screen, whatever stands on the terminal."""
        if self._delta:
            self._delta.forget()
        self.refresh(layout=True)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What is drawn goes through these; without colours, ours, and not Textual's greys."""
        inherited = super().get_line_filters()
        return [*(one for one in inherited if not isinstance(one, Monochrome)), *self._worn]

    # The open workbook

    @property
    def plan(self) -> Plan:
        """The open plan."""
        assert self.session is not None
        return self.session.plan

    @property
    def community(self) -> str:
        """What the workbook is called in the header."""
        if self.session is None:
            return "Mobility Workbook"
        return brief(str(self.plan.answer(COMMUNITY) or self.session.path.name.split(".")[0]), 40)

    @property
    def frame(self) -> Frame:
        """The one frame that every view stands in."""
        return next(one for one in self.screen_stack if isinstance(one, Frame))

    def get_default_screen(self) -> Screen[Any]:
        """The frame."""
        return Frame(id="frame")

    async def start(self) -> None:
        """Opens where the user stopped. Called once, when the frame stands."""
        self.app_resume_signal.subscribe(self, lambda _: self.draw_anew())
        self.guidance_open = self.size.width >= ROOMY
        if self.session is None:
            await self.frame.show(view_for(self, Place("welcome")))
            if self.damaged is not None:
                self.call_after_refresh(self.open_file, self.damaged)
        else:
            self.begin(self.session)

    def begin(self, session: Session) -> None:
        """Takes a session as the open workbook and goes to where it was left."""
        self.session = session
        self._unsubscribe = session.plan.subscribe(self._changed)
        if session.read_only:
            self.saved, self.save_failed = "read only", True
            self.notify(session.read_only, timeout=10)
        else:
            self.saved, self.save_failed = "saved", False
            session.start_autosave(
                on_saved=partial(self._post, self.Saved),
                on_error=partial(self._post, self.Saved),
                on_change=partial(self._post, self.Foreign),
                on_unsaved=self._unsaved,
                on_company=partial(self._post, self.Company),
            )
        self._say_notices()
        place = self.memory.place(session.path) or opening.first_place(self)
        self.memory.note(session.path, self.community, place)
        self.frame.announce(place)
        self.call_after_refresh(self.way.go, place)

    def _post(self, message: Callable[..., Message], *given: Any) -> None:
        """Tells this thread something from the saver's."""
        self.post_message(message(*given))

    def give_back(self) -> None:
        """Leaves the terminal as it was, if it is there, when a signal ends the app."""
        self._last()
        if self._driver is not None and sys.__stdin__ is not None and sys.__stdin__.isatty():
            self._driver.stop_application_mode()
            self._driver.close()  # what gives it back is written out before the process ends

    def open_file(self, path: Path) -> None:
        """Opens a workbook from Welcome."""
        opening.open_file(self, path)

    def make_workbook(
        self, path: Path, community: str, door: str, chapters: Sequence[str] = ()
    ) -> None:
        """Makes a new workbook and opens its first question. chapters: the ones that are wanted."""
        opening.make(
            self, path, {COMMUNITY: community, DOOR: door, CHAPTERS: list(chapters) or None}
        )

    def open_example(self) -> None:
        """Opens this user's own copy of the worked example."""
        opening.open_example(self)

    def close_workbook(self) -> None:
        """Saves, and goes back to Welcome."""
        leaving.close_workbook(self)

    async def show_welcome(self) -> None:
        """Welcome takes the place of the work. The fields that go look into the plan till then."""
        await self.frame.show(view_for(self, Place("welcome")))
        self.session, self.saved, self.save_failed = None, "", False
        self.way, self.sought = Way(self), Sought()
        self.frame.renew()

    def end(self) -> str:
        """Remembers the place and saves; gives why that failed, then it is still open, or ""."""
        if self.session is None:
            return ""
        self.note_place()
        leaving.drop_empty(self, self.way.all)
        self._last()
        try:
            self.session.close()
        except StoreError as error:
            return str(error)
        self._unsubscribe()
        self._unsubscribe = lambda: None  # a second Esc on the way out ends it again
        return ""

    def leave(self) -> None:
        """Ends the app."""
        leaving.leave(self)

    # Going somewhere

    def go(self, place: Place) -> None:
        """Goes to a place. What was written is saved at once; nothing is asked."""
        self.call_later(self.way.go, place)

    def visit(self, place: Place) -> None:
        """Goes to a place from which Esc comes back to this one."""
        self.call_later(self.way.visit, place)

    def swap(self, place: Place) -> None:
        """Goes to a place from which Esc leads where it leads from here, such as another row."""
        self.call_later(self.way.swap, place)

    def action_up(self) -> None:
        """Back to where one came from, else one level up; from the overview, out."""
        self.call_later(self.way.up)

    @property
    def state(self) -> str:
        """What the header says of saving, and of texts that are no values yet."""
        count = len(self.to_mend)
        return f"{self.saved} · {count} to mend" if count else self.saved

    @property
    def to_mend(self) -> list[tuple[str, str]]:
        """Where texts stand that are no values yet: id and field of each."""
        if self.session is None:
            return []
        plan, drafts, prompts = self.plan, self.session.drafts, self.curriculum.prompts
        return [one for one in drafts if one[0] in prompts or plan.record(one[0]) is not None]

    def save_soon(self) -> None:
        """Saves at once, without waiting for it."""
        if self.session is not None and not self.session.read_only:
            self.session.save_soon()

    def step_here(self) -> Step | None:
        """The step that the user is on, if any."""
        view = self.frame.view
        return getattr(view, "step", None)

    def walk(self, by: int) -> None:
        """Goes to the next step or the one before."""
        steps, here = list(self.curriculum.steps.values()), self.step_here()
        at = steps.index(here) + by if here else 0
        if at >= len(steps):
            self.notify("That was the last step. ^g shows the MAP as it reads now.")
        self.go(Place("step", steps[at].id) if 0 <= at < len(steps) else Place("overview"))

    def choose_step(self) -> None:
        """Opens the list of all steps."""
        here = self.step_here()
        from screens.picker import Picker

        picker = Picker("Go to a step", step_items(self), [here.id] if here else [])
        self.push_screen(
            picker, lambda picked: self.go(Place("step", picked[0])) if picked else None
        )

    def open_view(self, view: str) -> None:
        """Goes to the MAP or help, to come back with Esc."""
        if self.frame.view is not None and self.frame.view.view != view:
            self.visit(Place(view))

    def open_trace(self) -> None:
        """Goes to the line of the record that one is on; else to the first line that breaks."""
        here = self.frame.view
        if here is None or self.session is None:
            return
        place = here.refocus()
        ids = (one for one in (place.id, place.field) if self.plan.record(one))
        self.visit(Place("trace", next(ids, "")))

    def open_language(self) -> None:
        """Goes to the advice on language, to the first on the field or step that one is on."""
        here = self.frame.view
        if here is not None and self.session is not None:
            place = here.refocus()
            at = f"{place.id}.{place.field}" if place.view == "record" else place.field or place.id
            self.visit(Place("language", at))

    def open_history(self) -> None:
        """Goes to the history: of the answer or row that one is on, where it tells of it."""
        here = self.frame.view
        if here is not None and self.session is not None:
            place = here.refocus()
            known = (one for one in (place.id, place.field) if self._is_written(one))
            self.visit(Place("history", next(known, "")))

    def _is_written(self, id: str) -> bool:
        return id in self.curriculum.prompts or self.plan.record(id) is not None

    def note_place(self) -> None:
        """Remembers the field with the cursor."""
        if view := self.frame.view:
            self.note(view.refocus())

    def note(self, place: Place) -> None:
        """Remembers a place to work at. One passes the overview on the way out.

        It is written a moment later and in a thread: no key waits for a slow home folder.
        """
        if self.session and place.view in ("step", "table", "record"):
            self._last = partial(self.memory.note, self.session.path, self.community, place)
            if self._noting is not None:
                self._noting.stop()
            self._noting = self.set_timer(PAUSE, self._write_place)

    def _write_place(self) -> None:
        self.run_worker(self._last, thread=True, group="place")

    # Commands

    def action_do(self, id: str) -> None:
        """Runs a command of every screen by its id, where the screen has it."""
        view = self.frame.view
        if view is None or self.screen is not self.frame:
            return
        for one in EVERYWHERE:
            if one.id() == id and one.stands_at(self.scene):
                self.attempt(partial(one().run, self))

    @property
    def scene(self) -> str:
        """What commands are offered for: the open view; Welcome's where no workbook is open."""
        view = self.frame.view
        return view.view if view and self.session else "welcome"

    def attempt(self, doing: Callable[[], object]) -> None:
        """Does something that the plan may refuse, and says why it did."""
        try:
            doing()
        except (Invalid, Unknown) as error:
            self.notify(str(error), severity="warning")

    def on_key(self, event: Any) -> None:
        """Keys of the open view's own commands, and the chapters' numbers on the overview."""
        view = self.frame.view
        if event.key == "f1" and self.screen is not self.frame:
            self.notify(OVER)
        if view is None or self.screen is not self.frame or event.key in self.active_bindings:
            return  # a widget with the cursor has this key itself, and has done its work
        if view.view == "overview" and event.character in {
            str(c.number) for c in self.curriculum.chapters
        }:
            chapter = next(c for c in self.curriculum.chapters if str(c.number) == event.character)
            self.go(Place("step", chapter.steps[0].id))
            return
        for one in view.commands():
            if one.key == event.key:
                self.attempt(partial(one().run, self))
                return

    def commands_here(self) -> list[type[Command]]:
        """The commands of the screen that is open, its own first."""
        view = self.frame.view
        return list(offered(self.scene, view.commands())) if view else []

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The palette: this screen's commands, every command, every step."""
        for one in self.commands_here():
            doing = partial(one().run, self)
            yield SystemCommand(one.titled(self), one.help(), partial(self.attempt, doing))
        if self.session is not None:
            for item in step_items(self):
                yield SystemCommand(item.name, item.note, partial(self.go, Place("step", item.id)))

    # What changed

    def _changed(self, edits: Sequence[Edit]) -> None:
        """The plan changed: header, progress and tables follow after a short pause.

        A value that came from elsewhere takes the place of a text that was none.
        """
        if self.session is not None:
            for one in edits:
                self.session.drafts.pop((one.id, one.field), None)
        self._stale = True
        self._renew_soon()

    def _unsaved(self) -> None:
        """Something was written, be it no value yet: the header says so until it is on disk."""
        if not self.save_failed:
            self.saved = SAVING
        self._renew_soon()

    def _renew_soon(self, after: float = PAUSE) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(after, self._renew)

    def _renew(self) -> None:
        self._timer, stale, self._stale = None, self._stale, False
        if self.is_running and (view := self.frame.view):
            if stale:  # a text that is no value changes the header alone
                view.renew()
            self.frame.renew()

    def on_workbook_app_saved(self, message: Saved) -> None:
        """The header says when it was saved, or why it was not until it is."""
        failure = message.failure
        self.save_failed = failure is not None
        now = datetime.datetime.now().astimezone().strftime("%H:%M")
        more = self.session is not None and self.session.unsaved  # written while that was saved
        self.saved = SAVING if more else f"saved {now}"
        if failure is not None:
            self.saved = f"NOT SAVED: {getattr(failure, 'why', '') or 'see the message'}"
            self.notify(str(failure), title="Not saved", severity="warning", timeout=12)
        self._say_notices()
        self.frame.say_saved()

    def _say_notices(self) -> None:
        """What the store has to say that stopped nothing."""
        for notice in self.session.take_notices() if self.session else ():
            self.notify(notice, timeout=10)

    def on_workbook_app_foreign(self, message: Foreign) -> None:
        """Another session's changes are told to the plan on this thread."""
        if self.session is None:  # it came while the workbook was closed
            return
        is_typing = self._timer is not None
        self.plan.tell(message.edits)
        if not is_typing:  # nobody's key waits for the drawing
            self._renew_soon(AT_ONCE)
        for one in self.frame.query(Entry):
            one.offer()

    def on_workbook_app_company(self) -> None:
        """The header shows who is there."""
        self.frame.renew()
        if (view := self.frame.view) and view.view == "overview":
            view.renew()

    @property
    def offered(self) -> str:
        """What somebody else wrote in the field that has the cursor, "" for nothing."""
        return self.focused.theirs_here if isinstance(self.focused, Editor) else ""

    def take_theirs(self) -> None:
        """Takes it."""
        if isinstance(self.focused, Editor):
            self.attempt(self.focused.take_theirs)

    # Text is never markup

    def notify(self, message: str, **options: Any) -> None:
        """A toast whose text is shown as it is. A passing word makes room for the next one."""
        for said in list(self._notifications):
            passing = said.severity == "information" and said.timeout <= PASSING
            if passing or said.message == visible(message):
                self._unnotify(said, refresh=False)
        options |= {"title": visible(options.get("title", "")), "markup": False}
        super().notify(visible(message), **options)

    async def on_event(self, event: Event) -> None:
        """A field gets what is pasted with marks for what a terminal would obey."""
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            if isinstance(event, Paste):
                event.text = pasted(event.text)
            await self.in_turn.take(event)
            return
        if isinstance(event, Resize) and self._delta:
            self._delta.forget()
        await super().on_event(event)

    def _fatal_error(self) -> None:
        """A fault of ours: what was written is saved, and one sentence says what happened.

        (Textual's own name. It would print the program's insides over the terminal.)
        """
        if self.faults_in_full:
            super()._fatal_error()
            return
        with suppress(StoreError):
            if self.session is not None:
                self.session.save_last()
        kind = type(self._exception).__name__ if self._exception else "unknown"
        self.panic(Line(FAULT.format(kind=kind, error=visible(brief(str(self._exception), 200)))))

    def border_text(self, text: str) -> Content:
        """Text for a border's title."""
        return plain(f" {text} ")

    def copy_to_clipboard(self, text: str) -> None:
        """Copies a text to the clipboard, and to a file for terminals that let nobody at it."""
        super().copy_to_clipboard(unmarked(text))
        self.notify(told(unmarked(text)))

    def action_copy_or_say(self) -> None:
        """^c copies what is selected, else the field; elsewhere it says how to leave."""
        focused = self.frame.focused
        text = self.screen.get_selected_text() or getattr(focused, "selected_text", "")
        text = text or getattr(focused, "text", getattr(focused, "value", ""))
        text = text or (self.frame.view.copied() if self.frame.view else "")
        if isinstance(text, str) and text:
            self.copy_to_clipboard(text)
        else:
            self.notify("To leave: Esc from the overview, or ^p and “Quit”. Everything is saved.")


def run(
    curriculum: Curriculum,
    opened: Session | Path | None,
    *,
    who: str,
    today: datetime.date,
    day_of: Callable[[Plan], datetime.date],
    debug: bool,
) -> bool:
    """Opens the app and stays until the user leaves; says whether it ended without a fault.

    opened: a workbook; or the file of one that is damaged, which Welcome offers to bring back.
    day_of: the day that a workbook is read on which is opened later. debug: show faults in full.
    """
    session = opened if isinstance(opened, Session) else None
    app = WorkbookApp(curriculum, session=session, who=who, today=today, day_of=day_of)
    app.damaged = opened if isinstance(opened, Path) else None
    app.faults_in_full = debug
    ending = Ending(app)
    app.run()
    if app.session is None or not app.session.autosaves:  # else it is saved as the process ends
        ending.close()
    return not app.return_code
