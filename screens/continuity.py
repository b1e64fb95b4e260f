"""What carries each action: who, which body, what money, who else; and what if the steward left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar

from textual.content import Content

from screens.continuity_commands import CONTINUITY_COMMANDS
from screens.ledger import Entry, heading, paragraph
from screens.listed import Listed
from screens.measures_rows import short
from screens.places import Place
from screens.plain import ACCENT, BODY, INK, MUTED, WARN, brief, joined, plain
from workbook.reasoning.continuity import HOMES, Lasting, continuity
from workbook.records.coalition import Stakeholder

if TYPE_CHECKING:
    from screens.command import Command

EMPTY = (
    "Each strategic action stands here with what carries it once you are gone: a steward, money, "
    "somebody else who knows it. There is none yet: ^t goes to Strategic actions, in chapter 5."
)
PARTS = ("steward", "body", "money", "other", "home")
"""What carries an action, in the order of its marks."""
LEGEND = "● ○  steward, body, money beyond its end, somebody else who knows it, a home"

LINES = (slice(0, 2), slice(2, 3), slice(3, 5)), (slice(0, 3), slice(3, 5))
"""Which of its pieces stand on each line below an action, in a narrow list and in a wide one: who
keeps it, which body, who else knows it; its money, its home."""


class ContinuityView(Listed):
    """For each action five marks, ● there and ○ missing: a steward, a body that approves, money
    beyond its end, somebody else who knows it, and a home in normal work. Below stands what would
    happen if its steward left, and what ends when. Nothing here is typed: it comes from stewards,
    actions, money and risks."""

    view: ClassVar[str] = "continuity"
    called: ClassVar[str] = "Continuity"
    asks: ClassVar[str] = "What carries each action once we are gone"
    under = (6, 6)
    _found: Mapping[str, Lasting] = MappingProxyType({})
    """What carries each action, by its id."""

    def commands(self) -> tuple[type[Command], ...]:
        return CONTINUITY_COMMANDS

    def offers(self, does: str) -> bool:
        """All but the table is done to an action."""
        return does == "turn_table" or bool(self.here)

    def head(self) -> Content:
        return joined((f"  {LEGEND}", MUTED)) if self._found else Content("")

    def count(self) -> str:
        holds = sum(not one.lacks for one in self._found.values())
        return f"{holds} of {len(self._found)} hold" if self._found else ""

    # Drawing

    def entries(self, width: int) -> Sequence[Entry]:
        self._found = {one.action.id: one for one in continuity(self.desk.plan)}
        return list(self._rows(width - 1))  # a scroll bar may come

    def _rows(self, width: int) -> Iterator[Entry]:
        if not self._found:
            yield from paragraph(plain(EMPTY, BODY), width)
        for number, one in enumerate(self._found.values()):
            if number and width > 96:
                yield heading(Content(""))
            yield Entry(one.action.id, partial(self._name_line, one, width))
            for pieces in LINES[width > 96]:
                yield Entry("", partial(self._below, one, pieces, width), one.action.id)

    def _name_line(self, one: Lasting, width: int, selected: bool) -> Content:
        lacks = one.lacks
        marks = [("○ ", WARN) if part in lacks else ("● ", ACCENT) for part in PARTS]
        name = brief(self.desk.plan.label(one.action.id), width - 2 - 2 * len(PARTS) - 2)
        left = joined(("▌ " if selected else "  ", ACCENT), (name, f"{INK} bold"))
        gap = max(1, width - left.cell_length - 2 * len(PARTS))
        return _ground(joined(left, (" " * gap, ""), *marks), width, selected)

    def _below(self, one: Lasting, pieces: slice, width: int, selected: bool) -> Content:
        """A further line of an action: its pieces, parted by dots."""
        found = [*self._who(one), *self._money(one)][pieces]
        parts = [part for piece in found for part in ((" · ", MUTED), piece)][1:]
        return _ground(joined(("    ", ""), *parts), width, selected)

    def _who(self, one: Lasting) -> list[tuple[str, str]]:
        names = self._names(one.stewards)
        gone = self._names(one.left)
        kept = f"kept by {names}" if names else f"○ {gone} left" if gone else "○ no steward"
        body = f"approved by {', '.join(one.bodies)}" if one.bodies else "○ no body approves it"
        others = self._names(one.others)
        known = f"known by {others} too" if others else "○ known by nobody else"
        if not others and len(one.stewards) > 1:
            known = "two share it"
        return [_styled(kept), _styled(body), _styled(known)]

    def _money(self, one: Lasting) -> list[tuple[str, str]]:
        plan = self.desk.plan
        paid = f"secured until {short(one.until.isoformat())}" if one.until else "nothing secured"
        if one.action.cost == 0 and not one.until:
            paid = "costs nothing"
        paid = paid if one.beyond else f"○ {paid}, no longer than it lasts"
        option = plan.options("action-homes").get(one.home)
        home = option.name[:1].lower() + option.name[1:] if option else "no home said"
        held = one.home in ("there", "can-move")
        return [_styled(paid), _styled(home if held else f"○ {home}")]

    def _names(self, people: Sequence[str]) -> str:
        """People by name; one who is not in the register, as somebody wrote the name."""
        return ", ".join(brief(self._called(one), 28) for one in people)

    def _called(self, person: str) -> str:
        record = self.desk.plan.record(person)
        return self.desk.plan.label(person) if isinstance(record, Stakeholder) else person

    # What is said of the selected action

    def said(self, key: str) -> Content:
        width = self.app.size.width - 6
        one = self._found.get(key)
        if one is None:
            return Content("")
        facts = [plain(text, style) for text, style in self._facts(one)]
        return Content("\n").join(
            [line for fact in facts for line in fact.wrap(width)][: self.lines_under]
        )

    def _facts(self, one: Lasting) -> Iterator[tuple[str, str]]:
        plan = self.desk.plan
        yield self._if_left(one), INK if "steward" not in one.lacks else WARN
        if one.ends:
            ends = (f"{'the work' if end.kind == 'action' else brief(plan.label(end.id), 40)} in "
                    f"{short(end.date)}" for end in one.ends)  # fmt: skip
            yield f"Ends: {'; '.join(ends)}", BODY
        if one.where:
            yield f"Where it could live: {one.where}", BODY
        if one.risks:
            yield f"At risk: {'; '.join(brief(plan.label(id), 60) for id in one.risks)}", MUTED

    def _if_left(self, one: Lasting) -> str:
        """What would happen if the steward left, in a sentence."""
        if not one.stewards:
            return "Nobody keeps it up: it ends with whoever began it."
        first = self._called(one.stewards[0])
        rest = self._names([*one.stewards[1:], *one.others])
        who = f"{rest} would know how it is done" if rest else "nobody named here knows how"
        body = f"; {one.bodies[0]} would have to approve who follows" if one.bodies else ""
        more = (
            f"; {one.elsewhere} other action{'s' * (one.elsewhere != 1)} would lose a steward too"
        )
        return f"If {first} left: {who}{body}{more if one.elsewhere else ''}."

    # What can be done

    @property
    def _one(self) -> Lasting | None:
        return self._found.get(self.here)

    def open_entry(self) -> None:
        """Opens the stewardship of the selected action, or begins it."""
        one = self._one
        if one and one.stewardships:
            self.desk.visit(Place("record", one.stewardships[0]))
        elif one:
            self._add("stewardship", "action", "steward")

    def open_action(self) -> None:
        """Opens the selected action."""
        self.desk.visit(Place("record", self.here, "lead"))

    def add_money(self) -> None:
        """Adds money for the selected action."""
        self._add("allocation", "action", "source")

    def add_risk(self) -> None:
        """Adds a risk to the selected action."""
        self._add("risk", "about", "event")

    def _add(self, type: str, points: str, field: str) -> None:
        values: dict[str, Any] = {points: self.here}
        self.desk.attempt(
            lambda: self.desk.visit(Place("record", self.desk.plan.add(type, values), field))
        )

    def turn_table(self) -> None:
        """Goes to all stewards as a table."""
        self.desk.visit(Place("table", self.step.id))

    def turn_homes(self) -> None:
        """Goes to where each action could live."""
        self.desk.visit(Place("table", HOMES))


def _styled(text: str) -> tuple[str, str]:
    return text, WARN if text.startswith("○") else MUTED


def _ground(line: Content, width: int, selected: bool) -> Content:
    line = joined(line, (" " * max(0, width - line.cell_length), ""))
    line = line.truncate(width, ellipsis=True)
    return line.stylize("on $wb-wash") if selected else line
