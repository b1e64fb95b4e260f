"""Writing down what people say: one line, Enter, the next. Tags go by number at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.events import Paste
from textual.widget import Widget
from textual.widgets import Input, Static

from screens.board import BoardView
from screens.command import Command, ViewCommand
from screens.marks import Marks, Piece
from screens.picker import Pickable, Picker
from screens.places import Place
from screens.plain import ACCENT, BODY, INK, MUTED, WARN, brief, joined, plain
from workbook.curriculum import Step
from workbook.hearing import note, numbers
from workbook.kinds import Invalid
from workbook.kinds.numbers import first_day, last_day
from workbook.kinds.text import unmarked, visible
from workbook.reasoning.costs import goes_on
from workbook.reasoning.engagement import stations
from workbook.records.engagement import Activity, Heard, Station

if TYPE_CHECKING:
    from collections.abc import MutableMapping

DRAFT = ("capture.line", "")
"""Where a line stands that is half written, so that it comes back with the window."""
NOWHERE = "nowhere"
SHOWN = 30
"""Things heard earlier at the same place that are shown."""
KEYS = "⏎ keeps the line. At its end: #2 theme, @1 group, x9 said by nine{}. #words: a new theme."


class CaptureCommand(ViewCommand):
    """A command while one writes down what is said."""

    of = "capture"


class ChooseWhere(CaptureCommand):
    """Choose the activity, or the station of a data walk, at which this is said."""

    name, key, label, does = "Where it is said", "f8", "where", "choose_where"


class LastNote(CaptureCommand):
    """Open the form of what was written last."""

    name, key, label, does = "Open the last one", "f10", "open the last", "open_last"


class CaptureLine(Input):
    """The line that is written. Several lines that are pasted are kept one by one."""

    def on_paste(self, event: Paste) -> None:
        """All lines but the last are kept; the last one can still be changed."""
        *whole, last = event.text.split("\n") if event.text else [""]
        if not whole:
            return
        view = next(one for one in self.ancestors if isinstance(one, CaptureView))
        event.text = last
        first, *others = whole
        for text in (f"{self.value}{first}", *others):
            if text.strip() and not view.keep(text):
                event.text = text
                break
            self.value = ""


class CaptureView(BoardView):
    """Write down what people say in a meeting, or from the cards of a data walk: one line, Enter,
    the next. A line may end with tags by number; a line of tags alone goes to what was written
    last. F8 says at which activity or station it is said. Undo takes the last one back."""

    view: ClassVar[str] = "capture"
    lists: ClassVar[bool] = False

    def __init__(self, place: Place, step: Step) -> None:
        super().__init__(place)
        self.step = step
        self._kept: list[str] = []

    def commands(self) -> tuple[type[Command], ...]:
        return (ChooseWhere, LastNote)

    def work(self) -> Iterable[Widget]:
        drafts = self._drafts
        yield Static("", id="capture-where")
        yield CaptureLine(
            visible(drafts.get(DRAFT, "")), compact=True, select_on_focus=False,
            placeholder="what somebody says, near their words", id="capture-line",
        )  # fmt: skip
        yield Static("", id="capture-said")
        yield Marks("", id="capture-tags")
        yield Static("", id="capture-notes")

    @property
    def _drafts(self) -> MutableMapping[tuple[str, str], str]:
        assert self.desk.session is not None
        return self.desk.session.drafts

    def on_mount(self) -> None:
        """Nothing blinks; it is drawn once the size is known."""
        self.query_one(CaptureLine).cursor_blink = False
        super().on_mount()

    def start(self) -> None:
        self.query_one(CaptureLine).focus()

    @property
    def title(self) -> str:
        return "Write down what people say"

    @property
    def count(self) -> str:
        many = len(self.kept)
        return "nothing yet" if not many else "1 line" if many == 1 else f"{many} lines"

    def up(self) -> Place | None:
        return Place("themes")

    @property
    def kept(self) -> list[str]:
        """What was written here and is still there, the last one last."""
        return [one for one in self._kept if self.desk.plan.record(one)]

    # Where it is said

    @property
    def where(self) -> dict[str, str]:
        """The activity and the station at which it is said, as a new row holds them."""
        plan, id = self.desk.plan, self.place.id or self._today()
        record = plan.record(id) if id else None
        if isinstance(record, Station):
            activity = record.activity if plan.type_of(record.activity or "") else None
            return {"station": id, **({"activity": activity} if activity else {})}
        return {"activity": id} if isinstance(record, Activity) else {}

    def _today(self) -> str:
        """The one activity that is held today, "" for none or several."""
        today, found = self.desk.plan.today, list[str]()
        for one in self.desk.plan.records(Activity):
            first, last = first_day(one.starts or "x"), last_day(one.ends or one.starts or "x")
            if goes_on(one) and first and last and first <= today <= last:
                found.append(one.id)
        return found[0] if len(found) == 1 else ""

    def choose_where(self) -> None:
        """Asks for the activity or the station."""
        self.desk.push_screen(
            Picker("Where is this said?", list(self._places()), [self.place.id or NOWHERE]),
            lambda picked: self._go_to(picked[0]) if picked else None,
        )

    def _places(self) -> Iterator[Pickable]:
        plan = self.desk.plan
        yield Pickable(NOWHERE, "Somewhere else", "no activity of the plan")
        for one in plan.records(Activity):
            yield Pickable(one.id, plan.label(one.id), plan.shown(one, "starts"))
            for number, id in enumerate(stations(plan, one.id), 1):
                yield Pickable(id, f"  s{number} {plan.label(id)}", brief(plan.label(one.id), 24))

    def _go_to(self, id: str) -> None:
        self.place = Place(self.view, id)
        self.renew()

    # Drawing

    def draw(self) -> None:
        where, plan = self.where, self.desk.plan
        names = [plan.label(id) for id in (where.get("activity"), where.get("station")) if id]
        at = " › ".join(brief(one, 44) for one in names)
        self.query_one("#capture-where", Static).update(
            joined(("at ", MUTED), (at or "no activity of the plan; F8 chooses one", BODY))
        )
        self._say("")
        self.query_one("#capture-tags", Marks).lay_lines(list(self._tags(where)))
        self.query_one("#capture-notes", Static).update(Content("\n").join(self._notes()))

    def _say(self, wrong: str) -> None:
        """What is wrong with the line, else how it is written."""
        if wrong:
            text = plain(f"○ {wrong}", WARN)
        else:
            there = numbers(self.desk.plan, self.where.get("activity", "")).stations
            text = plain(KEYS.format(", s3 station" if there else ""), MUTED)
        self.query_one("#capture-said", Static).update(text)

    def _tags(self, where: dict[str, str]) -> Iterator[Piece]:
        """What the numbers stand for."""
        plan, known = self.desk.plan, numbers(self.desk.plan, where.get("activity", ""))
        for word, sign, names in (
            ("themes", "#", list(known.themes)),
            ("groups", "@", [plan.label(one) for one in known.groups]),
            ("stations", "s", [plan.label(one) for one in known.stations]),
        ):
            for line in _flow(word, sign, names, self.room):
                yield line, None

    def _notes(self) -> Iterator[Content]:
        """What was written here, the last one first; then what was heard at the same place."""
        plan, kept = self.desk.plan, self.kept
        for id in [*kept[::-1], *self._before(kept)]:
            one = Heard(id, plan.raw(id) or {})
            many = f"{one.how_many:g}" if one.how_many is not None else ""
            tags = [one.theme or "", plan.shown(one, "group"), f"said by {many}" if many else ""]
            said = "  ".join(brief(tag, 30) for tag in tags if tag)
            yield joined((brief(one.text or "", max(20, self.room - len(said) - 6)), INK),
                         (f"   {said}", MUTED)).truncate(self.room)  # fmt: skip

    def _before(self, kept: Sequence[str]) -> Iterator[str]:
        """What was heard at this activity or station before, the last one first."""
        field = "station" if "station" in self.where else "activity"
        id = self.where.get(field)
        heard = [one for one in self.desk.plan.records(Heard) if id and one.data.get(field) == id]
        yield from (one.id for one in heard[: -SHOWN - 1 : -1] if one.id not in kept)

    # Writing

    def on_input_changed(self, event: Input.Changed) -> None:
        """A line that is half written is kept beside the workbook."""
        event.stop()
        text = unmarked(event.value)
        if text.strip():
            self._drafts[DRAFT] = text
        else:
            self._drafts.pop(DRAFT, None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keeps the line as one thing heard, or says why not."""
        event.stop()
        if self.keep(event.value):
            event.input.value = ""

    def keep(self, text: str) -> bool:
        """Keeps a line; says whether it was, and if not why."""
        last = self.kept[-1] if self.kept else ""
        try:
            id = note(self.desk.plan, unmarked(text), where=self.where, last=last)
        except Invalid as error:
            self._say(str(error))
            return False
        if id not in self._kept:
            self._kept.append(id)
        self.renew()
        return True

    def open_last(self) -> None:
        """Opens the form of what was written last."""
        if self.kept:
            self.desk.visit(Place("record", self.kept[-1]))

    def offers(self, does: str) -> bool:
        """The last one is opened where there is one."""
        return does != "open_last" or bool(self.kept)


def _flow(word: str, sign: str, names: Sequence[str], room: int) -> Iterator[Content]:
    """Numbered names on as many lines as they need, none of them broken."""
    if not names:
        return
    pieces = [
        joined((f"{sign}{number}", f"{ACCENT} bold"), (f" {brief(name, 26)}", BODY))
        for number, name in enumerate(names, 1)
    ]
    line, gap = joined((f"{word:<9}", MUTED)), "   "
    for piece in pieces:
        if line.cell_length > 9 and line.cell_length + len(gap) + piece.cell_length > room:
            yield line
            line = plain(" " * 9)
        line = joined(line, (gap if line.cell_length > 9 else "", ""), piece)
    yield line
