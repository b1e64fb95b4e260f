"""The measures: each on its way from baseline to target; days to look; who hears how it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar

from textual.content import Content

from screens import measures_rows as draw
from screens import measures_words as words
from screens.asking import Asking, ask, refusal
from screens.ledger import Entry, heading, paragraph
from screens.listed import Listed
from screens.measures_commands import MEASURE_COMMANDS
from screens.metric_drawing import beside
from screens.picker import Pickable, Picker
from screens.places import Place
from screens.plain import ACCENT, BODY, INK, MUTED, WARN, brief, joined, plain
from workbook.reasoning.figures import newest, told, unit_of
from workbook.reasoning.measuring import (
    Look,
    Track,
    called,
    looks,
    measure_of,
    offered,
    tracks,
)
from workbook.records.impact import Audience, Observation

if TYPE_CHECKING:
    from screens.command import Command

HEADS = {
    "population": "Results for everybody here: no single program answers for these",
    "program": "What our actions do, and for whom",
    "conditions": "Systems change: rules, money, seats and habits that shift",
    "unsaid": "Of no level yet: enter says at which level it measures",
}
EMPTY = (
    "Each measure stands here on its way to its target. There is none yet. + adds one, such as "
    "how many families stay in the same home; m takes a published figure as the baseline."
)


class MeasuresView(Listed):
    """Each measure on its way from baseline to target: what was seen so far, and what a straight
    line asks for by then. ✓ on track, ▾ off track, ○ something is missing, · too early to say.
    Results of everybody stand apart from those of your own work. o adds a value. Under the
    measures stand the days to stop and look, and who hears how it goes."""

    view: ClassVar[str] = "measures"
    called: ClassVar[str] = "Measures"
    asks: ClassVar[str] = "Is anything changing, and how would we know"
    under = (7, 10)

    def commands(self) -> tuple[type[Command], ...]:
        return MEASURE_COMMANDS

    def offers(self, does: str) -> bool:
        """A value belongs to a measure; the rest is done to whatever is selected."""
        if does in ("observe", "learn"):
            return self.track is not None
        return bool(self.here) if does in ("open_entry", "remove_entry") else True

    # Drawing

    _tracks: Mapping[str, Track] = MappingProxyType({})
    _looks: Mapping[str, Look] = MappingProxyType({})

    def entries(self, width: int) -> Sequence[Entry]:
        plan = self.desk.plan
        groups = tracks(plan)
        self._tracks = {one.measure.id: one for of in groups.values() for one in of}
        self._looks = {one.cycle.id: one for one in looks(plan)}
        return list(self._rows(groups, width - 1))  # a scroll bar may come

    def _rows(self, groups: dict[str, list[Track]], width: int) -> Iterator[Entry]:
        if not groups:
            yield from paragraph(plain(EMPTY, BODY), width)
        for at, (name, of) in enumerate(groups.items()):
            yield from _heads(HEADS[name], width, first=not at)
            for one in of:
                yield from draw.rows(self.desk.plan, one, width)
        if self._looks:
            yield from _heads("Days to stop and look", width)
            for look in self._looks.values():
                yield Entry(look.cycle.id, partial(self._look, look, width))
        audiences = self.desk.plan.records(Audience)
        if audiences:
            yield from _heads("Who hears how it goes", width)
            for audience in audiences:
                yield Entry(audience.id, partial(self._audience, audience, width))

    def _look(self, one: Look, width: int, selected: bool) -> Content:
        plan, cycle = self.desk.plan, one.cycle
        when = plan.shown(cycle, "date") or "no day yet"
        what = plan.shown(cycle, "choice") or "done" if one.done else ""
        tail = f"○ overdue: {when}" if one.over else f"✓ {what}: {when}" if what else when
        return self._line(cycle.id, tail, width, selected, warn=one.over or one.day is None)

    def _audience(self, one: Audience, width: int, selected: bool) -> Content:
        plan = self.desk.plan
        often = plan.shown(one, "how_often") or "○ how often?"
        owner = brief(plan.shown(one, "owner"), 24) or "○ nobody"
        warn = "○" in often + owner
        return self._line(one.id, f"{often}, {owner}", width, selected, warn=warn)

    def _line(self, id: str, tail: str, width: int, selected: bool, *, warn: bool) -> Content:
        name = brief(self.desk.plan.label(id), max(draw.LEAST, width - len(tail) - 4))
        left = joined(("▌ " if selected else "  ", ACCENT), (name, INK if selected else BODY))
        gap = max(1, width - left.cell_length - len(tail))
        line = joined(left, (" " * gap, ""), (tail, WARN if warn else MUTED))
        line = line.truncate(width, ellipsis=True)
        return line.stylize("on $wb-wash") if selected else line

    def count(self) -> str:
        return draw.legend(list(self._tracks.values())) if self._tracks else ""

    # What is said of the selected entry

    @property
    def track(self) -> Track | None:
        """The selected measure on its way, if a measure is selected."""
        return self._tracks.get(self.here)

    def said(self, key: str) -> Content:
        width = self.query_one("#listed-said").content_size.width or self.app.size.width - 4
        if one := self._tracks.get(key):
            half = width // 2 - 2
            drawing = draw.large(one, min(half, 52), self.lines_under)
            room = half - 1 if drawing else width
            lines = [part for text, style in words.of_measure(self.desk.plan, one)
                     for part in plain(text, style).wrap(room)]  # fmt: skip
            return Content("\n").join(
                beside(drawing, lines[: self.lines_under], width)[: self.lines_under]
            )
        if look := self._looks.get(key):
            facts = words.of_look(self.desk.plan, look)
        else:
            facts = words.of_audience(self.desk.plan, key)
        lines = [part for text, style in facts for part in plain(text, style).wrap(width)]
        return Content("\n").join(lines[: self.lines_under])

    # What can be done

    def observe(self) -> None:
        """Asks for a value, the time it is of, and what lies behind it; keeps all three at once."""
        one, app, plan = self.track, self.desk, self.desk.plan
        if one is None:
            return
        unit = f" in {one.measure.unit}" if one.measure.unit else ""
        name = brief(plan.label(one.measure.id), 60)
        kinds = Observation.fields
        value_of, time_of = kinds["value"], kinds["period"]

        def valued(value: str) -> None:
            question = "For which time? A year, a quarter, a month or a day."
            this_month = f"{plan.today:%Y-%m}"
            wrong = _needed(partial(refusal, time_of, ground=plan))
            app.push_screen(
                Asking(question, this_month, take="go on", wrong=wrong),
                lambda period: noted(value, period) if period else None,
            )

        def noted(value: str, period: str) -> None:
            question = "What lies behind it? How many people, what changed; may stay empty."
            app.push_screen(
                Asking(question, take="keep it"),
                lambda note: None if note is None else keep(value, period, note),
            )

        def keep(value: str, period: str, note: str) -> None:
            values: dict[str, Any] = {
                "measure": one.measure.id, "value": value_of.parse(value, plan),
                "period": time_of.parse(period, plan), "note": note or None,
            }  # fmt: skip
            filled = {name: given for name, given in values.items() if given is not None}
            self._do(lambda: plan.add("observation", filled))

        wrong = _needed(partial(refusal, value_of, ground=plan))
        app.push_screen(
            Asking(f"{name}: which value{unit}?", take="go on", wrong=wrong),
            lambda value: valued(value) if value else None,
        )

    def follow(self) -> None:
        """Asks which published figure is to be followed, and makes a measure of it."""
        plan = self.desk.plan
        series = {one.id: one for one in offered(plan)}
        items = [
            Pickable(one.id, called(plan, one), told(plan, here, unit_of(plan, one)))
            for one in series.values() if (here := newest(one))
        ]  # fmt: skip
        if not items:
            self.desk.notify("No figure is there to follow: bring them in on the step Metrics.")
            return
        ask(
            self.desk,
            Picker("Which figure will you follow?", items),
            lambda picked: self._begin("measure", measure_of(plan, series[picked[0]])),
        )

    def learn(self) -> None:
        """Sets a day to look at the selected measure."""
        if one := self.track:
            self._open("learning_cycle", {"measure": one.measure.id}, "question")

    def add(self) -> None:
        """Adds a measure and opens it."""
        self._open("measure", {}, "text")

    def _open(self, type: str, values: dict[str, Any], field: str) -> None:
        self.desk.attempt(lambda: self.open_added(self.desk.plan.add(type, values), field))

    def _begin(self, type: str, values: dict[str, Any]) -> None:
        self.desk.plan.settle()
        id = self.desk.plan.add(type, values)
        self.desk.plan.settle()
        self.show_at(id)

    def open_entry(self) -> None:
        """Opens the selected measure, day to look or audience."""
        self.desk.visit(Place("record", self.here))

    def turn_table(self) -> None:
        """Goes to all measures as a table."""
        self.desk.visit(Place("table", self.step.id))

    def turn_values(self) -> None:
        """Goes to all values as a table."""
        self.desk.visit(Place("table", "observations"))

    def remove_entry(self) -> None:
        """Removes what is selected; undo brings it back."""
        self._do(partial(self.desk.plan.remove, self.here))

    def _do(self, doing: Callable[[], object]) -> None:
        """Changes the plan as one turn, and shows the measures as they are then."""
        self.desk.plan.settle()
        self.desk.attempt(doing)
        self.desk.plan.settle()
        self._draw()


def _heads(text: str, width: int, *, first: bool = False) -> Iterator[Entry]:
    if width >= draw.WIDE and not first:
        yield heading(Content(""))
    yield heading(joined((f"  {brief(text, width - 2)}", MUTED)))


def _needed(wrong: Callable[[str], str]) -> Callable[[str], str]:
    """Why a line cannot be taken that must hold something."""
    return lambda text: wrong(text) if text else "Write something, or leave with Esc."
