"""What we heard, theme by theme: each closed by what changed or why not, and told on a date."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from textual.content import Content

from screens.activity_words import INDENT, LEAST, LEFT, fitting, row
from screens.asking import Asking, refusal
from screens.command import Command, ViewCommand
from screens.ledger import Entry, Ledger, heading, paragraph
from screens.listed import Listed
from screens.picker import Pickable, Picker
from screens.places import Place
from screens.plain import BODY, INK, MUTED, WARN, brief, cell, joined, plain
from workbook.kinds import Date, Line
from workbook.reasoning.heard import Theme, key, themes
from workbook.records import TYPES
from workbook.records.engagement import Heard

PEOPLE, STATE, WIDE_STATE = 9, 28, 44
"""Cells of how many people said it, of what became of it, in a wide window too."""
WIDE = 100
EMPTY = (
    "What people said stands here theme by theme, each with what came of it and when they were "
    "told. Nothing yet. w writes down what is said."
)
MANY = 100
"""Notes up to which those of all themes stand in the list."""


class ThemeCommand(ViewCommand):
    """A command on the themes."""

    of = "themes"


class OpenNote(ThemeCommand):
    """Open what was said; of a theme, write its name anew. Two themes of one name become one."""

    name, key, label, does = "Open, or rename the theme", "enter", "open", "open_entry"


class Capture(ThemeCommand):
    """Write down what people say, one line after another, as in a meeting."""

    name, key, label, does = "Write down what is said", "w", "write down", "capture"


class Changed(ThemeCommand):
    """Choose what changed because of it: for one thing, or for all of a theme that have no answer
    yet."""

    name, key, label, does = "What changed", "c", "what changed", "choose_changed"


class WhyNot(ThemeCommand):
    """Write why nothing changed, as you would say it to the speaker: for one thing, or for all of a
    theme that have no answer yet."""

    name, key, label, does = "Why nothing changed", "n", "why not", "write_why_not"


class ToldOn(ThemeCommand):
    """Write the day on which those who said it heard what came of it."""

    name, key, label, does = "Told on", "d", "told on", "write_told"


class WholeLog(ThemeCommand):
    """See all that was heard as a table."""

    name, key, label, does = "The whole log", "T", "table", "whole"


class ThemesView(Listed):
    """What was heard by its theme. ○ marks what has no answer yet, or was told to nobody. A theme
    is closed (✓) when everything in it says what changed or why not, and on which day people were
    told. The keys do it for one thing, or for all of a theme."""

    view: ClassVar[str] = "themes"
    called: ClassVar[str] = "What we heard"
    asks: ClassVar[str] = "What we heard, and what came of it"

    def commands(self) -> tuple[type[Command], ...]:
        return (OpenNote, Capture, Changed, WhyNot, ToldOn, WholeLog)

    def offers(self, does: str) -> bool:
        """Without anything heard, one can only begin, or see that the log is empty."""
        return does in ("capture", "whole") or bool(self.selected)

    _themes: Sequence[Theme] = ()

    def entries(self, width: int) -> Sequence[Entry]:
        self._themes = themes(self.desk.plan)
        width = max(width, LEAST)
        empty = paragraph(plain(EMPTY, MUTED), width, len(INDENT))
        return fitting(list(self._rows(width)) or empty, width)

    def _rows(self, width: int) -> Iterator[Entry]:
        state = WIDE_STATE if width >= WIDE else STATE
        name = max(16, width - LEFT - PEOPLE - state)
        if self._themes:
            yield heading(plain(INDENT + "theme".ljust(name) + "people".rjust(PEOPLE - 2) + "  "
                                + "what came of it", MUTED))  # fmt: skip
        few, here = self._few, self._theme_here()
        for one in self._themes:
            yield Entry(f"theme.{key(one.name)}", partial(self._theme, one, (name, state), width))
            for id in one.notes if few or one is here else ():
                yield Entry(id, partial(self._note, id, (name, state), width))

    @property
    def _few(self) -> bool:
        """Whether the notes of every theme stand in the list, or only those of one."""
        return sum(len(one.notes) for one in self._themes) <= MANY

    def _theme_here(self) -> Theme | None:
        """The theme that the cursor is on or in, to begin with the first."""
        here = self.here
        found = (one for one in self._themes if here in (f"theme.{key(one.name)}", *one.notes))
        return next(found, self._themes[0] if self._themes else None)

    def on_ledger_selected(self, event: Ledger.Selected) -> None:
        """Where there are many notes, those of another theme come in sight."""
        if not self._few:
            self._draw()

    def _theme(
        self, one: Theme, cells: tuple[int, int], width: int, selected: bool
    ) -> Content:  # a ledger's drawing
        open_ = f"{len(one.open)} of {len(one.notes)} open" if one.open else ""
        untold = f"{len(one.untold)} not told" if one.untold else ""
        state = ", ".join(filter(None, (open_, untold))) or "answered and told"
        name, room = cells
        return row(
            width, selected, ("✓", MUTED) if one.closed else ("○", WARN),
            (cell(one.name or "no theme yet", name), f"{INK} bold"),
            (f"{one.people:>{PEOPLE - 2}}  ", INK),
            (cell(state, room), MUTED if one.closed else WARN),
        )  # fmt: skip

    def _note(
        self, id: str, cells: tuple[int, int], width: int, selected: bool
    ) -> Content:  # a ledger's drawing
        plan, one = self.desk.plan, Heard(id, self.desk.plan.raw(id) or {})
        changed, why = plan.shown(one, "changed"), plan.shown(one, "why_not")
        state = f"→ {changed}" if changed else f"no: {why}" if why else "○ no answer yet"
        name, room = cells
        many = "" if one.how_many is None else f"{one.how_many:g}"
        return row(
            width, selected, (" ", ""), ("  " + cell(one.text or "–", name - 2), BODY),
            (f"{many:>{PEOPLE - 2}}  ", BODY),
            (cell(state, room), MUTED if changed or why else WARN),
        )  # fmt: skip

    def count(self) -> str:
        found = self._themes or themes(self.desk.plan)
        open_ = sum(not one.closed for one in found)
        return "all closed" if found and not open_ else f"{open_} of {len(found)} themes open"

    def said(self, key: str) -> Content:
        plan, record = self.desk.plan, self.desk.plan.record(key)
        if record is None:
            ids = self.selected
            wheres = (plan.raw(id, "activity") for id in ids)
            names = dict.fromkeys(plan.label(one) for one in wheres if isinstance(one, str))
            return joined((brief(f"Heard at: {'; '.join(names) or 'nowhere that is written'}",
                                 self._cells), BODY))  # fmt: skip
        where, who, told = (plan.shown(record, id) for id in ("activity", "group", "told_on"))
        facts = "; ".join(filter(None, (where, who, f"told on {told}" if told else "○ not told")))
        return joined((brief(plan.shown(record, "text"), self._cells), f"{INK} bold"), ("\n", ""),
                      (brief(facts, self._cells), BODY))  # fmt: skip

    @property
    def _cells(self) -> int:
        return max(20, self.query_one("#listed-said").content_size.width)

    @property
    def theme(self) -> Theme | None:
        """The selected theme, where a theme is selected."""
        kind, _, name = self.here.partition(".")
        found = (one for one in self._themes if kind == "theme" and key(one.name) == name)
        return next(found, None)

    @property
    def selected(self) -> tuple[str, ...]:
        """The things heard that a key does something to."""
        return self.theme.notes if self.theme else (self.here,) if self.here else ()

    # Doing

    def open_entry(self) -> None:
        if self.theme:
            self._rename(self.theme)
        elif self.here:
            self.desk.visit(Place("record", self.here))

    def _rename(self, theme: Theme) -> None:
        kind, plan = Line(), self.desk.plan

        def take(name: str | None) -> None:
            if name:
                self._all(theme.notes, {"theme": name})

        self.desk.push_screen(
            Asking("What is it about, in two or three words?", theme.name,
                   wrong=lambda text: refusal(kind, text, plan)), take,
        )  # fmt: skip

    def _all(self, ids: Sequence[str], values: Mapping[str, Any]) -> None:
        """Gives all of these the same values, as one change."""
        changed = dict.fromkeys(ids, values)
        self.desk.attempt(lambda: self.desk.plan.take_in(Heard.type, changed=changed))

    def _unanswered(self) -> Sequence[str]:
        """What an answer is for: one thing; of a theme those that have none."""
        return self.theme.open or self.theme.notes if self.theme else self.selected

    def choose_changed(self) -> None:
        """Chooses what changed because of it."""
        plan, ids = self.desk.plan, self._unanswered()
        kind = Heard.fields["changed"]
        items = [
            Pickable(one.id, plan.label(one.id), TYPES[type].type.replace("_", " "))
            for type in getattr(kind, "to", ()) for one in plan.records(TYPES[type])
        ]  # fmt: skip
        first = plan.raw(ids[0], "changed") if ids else None
        picked = [one for one in first or () if plan.record(one)]
        self.desk.push_screen(
            Picker("What changed because of it?", items, picked, many=True),
            lambda chosen: None if chosen is None or chosen == picked
            else self._all(ids, {"changed": chosen}),
        )  # fmt: skip

    def write_why_not(self) -> None:
        """Asks why nothing changed."""
        ids, plan = self._unanswered(), self.desk.plan
        before = str(plan.raw(ids[0], "why_not") or "") if len(ids) == 1 else ""
        self._ask("Why did nothing change? As you would say it to the speaker.", before,
                  lambda text: self._all(ids, {"why_not": text}))  # fmt: skip

    def write_told(self) -> None:
        """Asks for the day on which people were told."""
        kind, plan = Date(), self.desk.plan
        ids = self.theme.untold or self.theme.notes if self.theme else self.selected
        self._ask("On which day were they told?", plan.today.isoformat(),
                  lambda day: self._all(ids, {"told_on": kind.parse(day, plan)}),
                  lambda text: refusal(kind, text, plan))  # fmt: skip

    def _ask(
        self, question: str, value: str, take: Callable[[str], None],
        wrong: Callable[[str], str] = lambda text: "",
    ) -> None:  # fmt: skip
        self.desk.push_screen(
            Asking(question, value, wrong=wrong), lambda text: take(text) if text else None
        )

    def capture(self) -> None:
        """Goes to where one writes line after line."""
        self.desk.visit(Place("capture"))

    def whole(self) -> None:
        """Goes to the table of all that was heard."""
        self.desk.visit(Place("table", self.step.id))
