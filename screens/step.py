"""The step screen: why, the questions with their answers, and the step's table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Static

from screens.command import Command, shown_key
from screens.drawings import of_step
from screens.fields import Spot
from screens.fields.entry import Entry, asked
from screens.guided import Guided
from screens.places import Place
from screens.plain import ACCENT, INK, MUTED, WARN, joined, plain
from screens.row_commands import TABLE_COMMANDS
from screens.rows import RowTable
from screens.steady import Steady
from workbook.curriculum import Prompt


class StepView(Guided):
    """One step of the walk: why it matters, the questions, and the place to write. Under a
    question stands why it is asked. Leave out what you do not know and come back: nothing is
    required. A table takes rows; where the top of the step names a key, it opens a drawing of what
    you wrote."""

    view: ClassVar[str] = "step"

    def commands(self) -> tuple[type[Command], ...]:
        """What is drawn of the step; one with a table has the table's commands too."""
        return (*of_step(self.step.id), *(TABLE_COMMANDS if self.step.tables else ()))

    @property
    def panel_count(self) -> str:
        chapter = self.desk.plan.curriculum.chapter_of(self.step)
        number = chapter.steps.index(self.step) + 1
        return f"step {number} of {len(chapter.steps)}"

    def work(self) -> Iterable[Widget]:
        chapter = self.desk.plan.curriculum.chapter_of(self.step)
        if self.step is chapter.steps[0] and chapter.principle_line:
            yield Static(plain(chapter.principle_line), classes="principle")
        yield Static(plain(self.step.why), classes="why-step")
        drawn = [one for one in of_step(self.step.id) if one.key]
        if drawn:
            keys = ((f"{shown_key(one.key)} ", ACCENT, f"{one.name}   ") for one in drawn)
            parts = [part for key, style, name in keys for part in ((key, style), (name, INK))]
            yield Static(joined(*parts), classes="drawn")
        if self.step.table:
            yield RowTable(self.step.table)
        for prompt in self.step.prompts:
            yield from self._prompt(prompt)
        self._state = Steady("", id="state")
        yield self._state

    def _prompt(self, prompt: Prompt) -> Iterable[Widget]:
        if prompt.table is None:
            spot = Spot(
                prompt.id, "", prompt.kind, prompt.name, prompt.ask, prompt.why, prompt.hint
            )
            yield Entry(spot, self.desk.plan, asks=True)
            return
        yield Static(asked(prompt.ask, prompt.why), classes="ask")
        yield RowTable(prompt.table)

    async def on_mount(self) -> None:
        """The guidance; the step's state follows the first paint."""
        await super().on_mount()
        self.call_after_refresh(self._say_state)

    def renew(self) -> None:
        super().renew()
        for one in self.query(RowTable):
            one.fill()
        self._say_state()

    def _say_state(self) -> None:
        plan = self.desk.plan
        if (session := self.desk.session) is None:
            return
        where = session.progress.state(self.step)
        agreed = plan.answer(f"agreed.{self.step.id}")
        by = f": {agreed}" if isinstance(agreed, str) else ""
        line = joined(
            (f"This step: {where.word}{by}", MUTED),
            *self._checks(),
            ("   F2", ACCENT),
            (" guidance", MUTED),
            (f" · {_count(len(self.step.questions), 'question')} to ask yourselves", MUTED),
            (f" · {_count(len(self.step.mistakes), 'mistake')} to avoid", MUTED),
        )
        self._state.update(line)

    def _checks(self) -> Iterable[tuple[str, str]]:
        """How much the checks find here."""
        session = self.desk.session
        found = session.checks.at(self.step.id) if session else []
        if found:
            yield from ((" · ", MUTED), (f"{_count(len(found), 'check')} here", WARN))
            yield from (("   F4", ACCENT), (" list", MUTED))

    def up(self) -> Place | None:
        return Place("overview")


def _count(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number} {what}s"
