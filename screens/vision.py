"""The drafts of the vision side by side, each held against five short tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from screens.asking import Asking, ask, refusal
from screens.board import Board, BoardView
from screens.places import Place
from screens.plain import ACCENT, BODY, INK, MUTED, WARN, brief, filled, joined, plain
from screens.vision_commands import VISION_COMMANDS
from workbook.reasoning.vision import BREATH, TESTS, TICKS, Look, chosen, looks
from workbook.records.actions import VisionDraft

if TYPE_CHECKING:
    from screens.command import Command
    from workbook.curriculum import Step

GAP, LEAST = 3, 34
"""Cells between two drafts, and of a draft at the least."""
MOST = 4
"""Drafts side by side at the most; further ones slide into sight."""
LINES = 8
"""Lines of a draft at the most; all of it stands where it is written."""
EMPTY = "No draft yet. + adds one: write it fast, in words heard at your last activity."


class VisionView(BoardView):
    """The drafts side by side, with whose words are in them and who stands behind them. Under
    them the selected one is held against five tests: ✓ is your own word on the chosen draft; what
    stands beside it is only what the workbook saw. c chooses a draft."""

    view: ClassVar[str] = "vision"
    lists: ClassVar[bool] = False

    def __init__(self, place: Place, step: Step) -> None:
        super().__init__(place)
        self.step = step
        self.here = place.id

    def commands(self) -> tuple[type[Command], ...]:
        return VISION_COMMANDS

    def work(self) -> list[Static]:
        return [Board("", id="board"), Static("", id="vision-said")]

    @property
    def title(self) -> str:
        return "What life looks like then, in whose words"

    @property
    def drafts(self) -> list[VisionDraft]:
        """The drafts, in their order."""
        return self.desk.plan.records(VisionDraft)

    @property
    def draft(self) -> VisionDraft | None:
        """The selected draft, if one is."""
        return next((one for one in self.drafts if one.id == self.here), None)

    @property
    def count(self) -> str:
        many = len(self.drafts)
        some = "one chosen" if any(one.chosen for one in self.drafts) else "none chosen"
        return f"{many} draft{'s' * (many != 1)}, {some}"

    def offers(self, does: str) -> bool:
        """Nearly all is done to a draft; the tests are ticked for the chosen one."""
        if does == "tick":
            return self.draft is not None and self.draft.chosen is True
        return does in ("add", "turn_table") or self.draft is not None

    def refocus(self) -> Place:
        return replace(self.place, id=self.here)

    # Drawing

    def draw(self) -> None:
        drafts = self.drafts
        ids = [one.id for one in drafts]
        if self.here not in ids:
            wanted = [one.id for one in drafts if one.chosen] or ids
            self.here = wanted[0] if wanted else ""
        board = self.query_one(Board)
        if drafts:
            self._draw_drafts(board, drafts, ids.index(self.here))
        else:
            board.lay_drawing(plain(EMPTY, BODY).wrap(max(20, self.room)), ())
        said = list(self._said())
        self.query_one("#vision-said", Static).update(Content("\n").join(said))

    def _draw_drafts(self, board: Board, drafts: Sequence[VisionDraft], at: int) -> None:
        room = self.room
        many = max(1, min(len(drafts), MOST, (room + GAP) // (LEAST + GAP)))
        width = (room - GAP * (many - 1)) // many
        first = min(max(0, at - many // 2), len(drafts) - many)
        shown = drafts[first : first + many]
        columns = [list(self._column(one, drafts.index(one) + 1, width)) for one in shown]
        blank = Content(" " * width)
        lines = [
            joined(*_parted(row)) for row in zip_longest(*columns, fillvalue=blank)
        ]  # fmt: skip
        if many < len(drafts):
            beyond = f"drafts {first + 1} to {first + many} of {len(drafts)}: ← → go on"
            lines.append(plain(beyond, MUTED))
        spots = [
            (y, n * (width + GAP), n * (width + GAP) + width, partial(self.pick, one.id))
            for n, one in enumerate(shown) for y in range(len(columns[n]))
        ]  # fmt: skip
        board.lay_drawing(lines, spots)

    def _column(self, draft: VisionDraft, number: int, width: int) -> Iterator[Content]:
        """One draft: its words, whose they are, who stands behind it."""
        plan, here = self.desk.plan, draft.id == self.here
        sign = ("◉ chosen", ACCENT) if draft.chosen else (f"draft {number}", MUTED)
        yield self._line(joined(sign), width, here)
        text = plain(brief(draft.text or "(no words yet)", 2000), f"{INK} bold" if here else INK)
        lines = list(text.wrap(width - 2))
        if len(lines) > LINES:
            lines = [*lines[: LINES - 1], joined(lines[LINES - 1].truncate(width - 4), ("…", ""))]
        lines += [Content("")] * (self._tallest(width) - len(lines))
        yield from (self._line(one, width, here) for one in lines)
        for field, word, missing in (
            ("whose_words", "words of", "whose words? w"),
            ("endorsed_by", "behind it", "nobody yet: e"),
        ):  # fmt: skip
            said = plan.shown(draft, field)
            value = (said, BODY) if said else (f"○ {missing}", WARN)
            wrapped = joined((f"{word}  ", MUTED), value).wrap(width - 2)
            yield from (self._line(one, width, here) for one in list(wrapped)[:3])

    def _tallest(self, width: int) -> int:
        """Lines of the longest draft, so that what stands under them is in line."""
        texts = (plain(brief(one.text or "", 2000)) for one in self.drafts)
        return min(LINES, max((len(one.wrap(width - 2)) for one in texts), default=1))

    def _line(self, line: Content, width: int, here: bool) -> Content:
        line = joined(("▌ " if here else "  ", ACCENT), line).truncate(width, ellipsis=True)
        line = joined(line, (" " * max(0, width - line.cell_length), ""))
        return line.stylize("on $wb-wash") if here else line

    def _said(self) -> Iterator[Content]:
        """The five tests: the team's own tick on the chosen draft, what is seen, what is asked."""
        session, width = self.desk.session, max(20, self.room)
        for found in session.checks.standing if session and self.step else ():
            if self.step and found.id == self.step.id:
                yield from plain(f"○ {found.text} {found.mend}", WARN).wrap(width)
        draft, plan = self.draft, self.desk.plan
        if draft is None:
            return
        ticks = plan.answer(TICKS) or () if draft.chosen else ()
        seen = {one.test: one for one in looks(plan, draft)}
        options = plan.options(TESTS)
        name = max((cell_len(one.name) for one in options.values()), default=0) + 2
        for number, one in enumerate(options.values(), 1):
            tick = ("✓ ", ACCENT) if one.id in ticks else ("○ " if draft.chosen else "· ", MUTED)
            first = joined((f"{number} ", f"{INK} bold"), tick, (filled(one.name, name), INK))
            look = seen.get(one.id)
            advice = _advice(look) if look else Content("")
            yield joined(first, advice).truncate(width, ellipsis=True)
            if self.tall or not (look and look.seems):
                yield plain(f"    {one.note}", MUTED).truncate(width, ellipsis=True)

    # Walking

    def move(self, right: int, down: int) -> None:
        """To the draft beside; up and down the page."""
        ids = [one.id for one in self.drafts]
        if right and self.here in ids:
            self.pick(ids[min(max(ids.index(self.here) + right, 0), len(ids) - 1)])
        elif down:
            self.query_one("#drawn-page").scroll_relative(y=2 * down, animate=False)

    def pick(self, id: str) -> None:
        """Selects a draft."""
        self.here = id
        self.renew()
        self.desk.frame.renew()

    def on_key(self, event: Key) -> None:
        """A number ticks a test for the chosen draft, or takes the tick away."""
        tests = list(self.desk.plan.options(TESTS))
        if event.character and event.character in "123456789"[: len(tests)]:
            event.stop()
            self.tick(tests[int(event.character) - 1])

    # What can be done

    def tick(self, test: str = "") -> None:
        """Ticks a test; without one it says how."""
        plan, tests = self.desk.plan, list(self.desk.plan.options(TESTS))
        if not self.offers("tick") or test not in tests:
            self.desk.notify("The tests are ticked for the chosen draft, by their numbers.")
            return
        now = list(plan.answer(TICKS) or ())
        now = [one for one in now if one != test] if test in now else [*now, test]
        self._do(lambda: plan.put(TICKS, [one for one in tests if one in now] or None))

    def choose(self) -> None:
        """Chooses the selected draft, and no other."""
        plan = self.desk.plan
        changed = chosen(plan, self.here)
        self._do(lambda: [plan.put(id, value, "chosen") for id, value in changed])

    def add(self) -> None:
        """Asks for a wording, and adds it."""
        self._ask("What does the draft say?", "text", "", self._add)

    def _add(self, text: str) -> None:
        if text:
            self._do(lambda: self._show(self.desk.plan.add(VisionDraft.type, {"text": text})))

    def _show(self, id: str) -> None:
        self.here = id

    def ask_words(self) -> None:
        """Asks whose words are in it."""
        self._ask_field("Whose words are in it? Groups and meetings, not names.", "whose_words")

    def ask_endorsed(self) -> None:
        """Asks who stands behind it."""
        self._ask_field("Who stands behind it? A body and a date.", "endorsed_by")

    def _ask_field(self, question: str, field: str) -> None:
        draft, plan = self.draft, self.desk.plan
        if draft is not None:
            id, now = draft.id, str(plan.value(draft, field) or "")
            self._ask(
                question, field, now,
                lambda text: self._do(lambda: plan.put(id, text or None, field)),
            )  # fmt: skip

    def _ask(self, question: str, field: str, now: str, then: Callable[[str], object]) -> None:
        kind, plan = VisionDraft.fields[field], self.desk.plan
        asking = Asking(question, now, wrong=lambda text: refusal(kind, text, plan))
        ask(self.desk, asking, then)

    def open_entry(self) -> None:
        """Opens the selected draft."""
        self.desk.visit(Place("record", self.here))

    def remove_entry(self) -> None:
        """Removes the selected draft; undo brings it back."""
        self._do(partial(self.desk.plan.remove, self.here))

    def turn_table(self) -> None:
        """Goes to all drafts as a table."""
        if self.step:
            self.desk.visit(Place("table", self.step.id))

    def _do(self, doing: Callable[[], object]) -> None:
        """Changes the plan as one turn, and shows the drafts as they are then."""
        self.desk.plan.settle()
        self.desk.attempt(doing)
        self.desk.plan.settle()
        self.renew()
        self.desk.frame.renew()


def _parted(row: Sequence[Content]) -> Iterator[Content | tuple[str, str]]:
    for number, one in enumerate(row):
        if number:
            yield " " * GAP, ""
        yield one


def _advice(look: Look) -> Content:
    """What is seen of a test, in a few words."""
    if look.words:
        long = f"{look.words} word{'s' * (look.words != 1)}; a breath holds about {BREATH}"
        return joined((long, BODY if look.seems else WARN))
    cues = ", ".join(f"“{brief(one, 24)}”" for one in look.cues[:3])
    if look.seems:
        return joined((f"seems so: {cues}" if cues else "nothing speaks against it", BODY))
    return joined((f"look again: {cues}" if cues else "look again: no word says so", WARN))
