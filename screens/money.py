"""The money by year, by action and by source: what is secured, what is hoped for, what is not
there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.content import Content

from screens import money_rows as draw
from screens.ledger import Entry, heading, paragraph
from screens.listed import Listed
from screens.money_commands import MONEY_COMMANDS
from screens.places import Place
from screens.plain import BODY, INK, MUTED, WARN, brief, joined, plain
from workbook.reasoning.funding import BACKBONE, Money, Pot, coordination, money, percent, years_of

if TYPE_CHECKING:
    from screens.command import Command
    from workbook.reasoning.checks import Finding

EMPTY = (
    "What each action costs stands here beside what is secured for it, year by year. No money yet. "
    "f adds a source; + says for which action it is, in which year, and how sure."
)
NOTHING, NOWHERE = "For nothing that is there", "From no source that is there"
TOLD = (("May not pay", "restrictions"), ("Risk of ending", "renewal_risk"))
"""What is told of a selected source."""
PREFIX = {"action": "for:", "source": "from:"}
"""What stands before an id in a key: money for nothing and money from nowhere have none."""


class MoneyView(Listed):
    """What is secured (■), applied for (□) and an idea (╌), by year, by action and by source; the
    three are never added up. ┃ is what an action costs. ○ says what is not secured of it, and which
    source gives more than half."""

    view: ClassVar[str] = "money"
    called: ClassVar[str] = "Money"
    asks: ClassVar[str] = "What is secured, until when, and what is not"
    under = (6, 6)
    _money = Money((), (), (), 0, ())
    _over: Collection[str] = ()
    """Sources that give more than half of what is secured."""

    def commands(self) -> tuple[type[Command], ...]:
        return MONEY_COMMANDS

    def offers(self, does: str) -> bool:
        """Only a record can be opened."""
        return does != "open_entry" or self._record(self.here) != ""

    def count(self) -> str:
        return f"{self._amount(self._money.secured)} secured"

    def _amount(self, value: int) -> str:
        return draw.amount(value, self.desk.plan.currency)

    # Drawing

    def entries(self, width: int) -> Sequence[Entry]:
        self._money = money(self.desk.plan)
        self._over = {one.id for one in self._found() if one.code == "one-source-over-half"}
        return list(self._rows(width - 1))  # a scroll bar may come

    def head(self) -> Content:
        width = self.query_one("#listed-page").scrollable_content_region.width
        return draw.head(width - 1) if self._money.years else Content("")

    def _rows(self, width: int) -> Iterator[Entry]:
        found = self._money
        if not (found.years or found.sources or found.broken):
            yield from paragraph(plain(EMPTY, BODY), width)
        if found.years:
            yield from draw.group("By year", first=True)
            most = max(sum(max(0, one) for one in pot.sums.values()) for pot in found.years)
            for pot in found.years:
                before = f"  {pot.id or '○ no year'}".ljust(draw.INDENT)
                yield heading(self._bar(before, pot, 0, most, width))
        if found.broken:
            yield from draw.group("What cannot be added", first=not found.years)
            for one, _, raw in found.broken:
                yield Entry(one.id, partial(self._wrong, one.id, raw, width))
        yield from self._pots("action", "By action", found.actions, width)
        yield from self._pots("source", "By source", found.sources, width)

    def _wrong(self, id: str, raw: object, width: int, selected: bool) -> Content:
        """Money that cannot be added."""
        wrong = "no amount" if raw is None else f"“{brief(str(raw), 20)}” is no amount"
        return draw.named(self.desk.plan.label(id), (f"○ {wrong}", WARN), width, selected)

    def _pots(self, kind: str, title: str, pots: Sequence[Pot], width: int) -> Iterator[Entry]:
        """Each source or action with its bar under it."""
        if not pots:
            return
        yield from draw.group(title)
        most = max(max(pot.whole or 0, sum(max(0, one) for one in pot.sums.values()))
                   for pot in pots)  # fmt: skip
        for pot in pots:
            key = PREFIX[kind] + pot.id
            yield Entry(key, partial(self._named, kind, pot, width))
            yield Entry("", partial(self._drawn, kind, pot, most, width), key)

    def _named(self, kind: str, pot: Pot, width: int, selected: bool) -> Content:
        tail = self._of_action(pot) if kind == "action" else self._of_source(pot)
        return draw.named(self._called(kind, pot), tail, width, selected)

    def _drawn(self, kind: str, pot: Pot, most: int, width: int, selected: bool) -> Content:
        whole = (pot.whole or 0) if kind == "action" else 0
        line = self._bar(" " * draw.LEFT, pot, whole, most, width)
        return draw.grounded(line, width, selected)

    def _bar(self, before: str, pot: Pot, whole: int, most: int, width: int) -> Content:
        return draw.bar(before, pot.sums, whole, most, width, self.desk.plan.currency)

    def _called(self, kind: str, pot: Pot) -> str:
        if pot.id == BACKBONE:
            return "Running the coalition"
        none = NOTHING if kind == "action" else NOWHERE
        return self.desk.plan.label(pot.id) if pot.id else f"○ {none}"

    def _of_action(self, pot: Pot) -> tuple[str, str]:
        """What it costs, and what of that is not secured."""
        if pot.id == BACKBONE:
            cost = coordination(self.desk.plan)
            return (f"paid people cost {self._amount(cost)} a year" if cost else "", MUTED)
        if not pot.id:
            return ("v mends it", MUTED)
        if pot.whole is None:
            raw = self.desk.plan.raw(pot.id, "cost")
            wrong = "cost not said" if raw is None else f"“{brief(str(raw), 12)}” is no cost"
            return (f"○ {wrong}", WARN)
        if pot.whole < 0:
            return (f"○ {self._amount(pot.whole)} is below zero", WARN)
        if pot.short:
            return (f"○ {self._amount(pot.short)} of {self._amount(pot.whole)} not secured", WARN)
        return (f"✓ {self._amount(pot.whole)} secured" if pot.whole else "costs nothing", MUTED)

    def _of_source(self, pot: Pot) -> tuple[str, str]:
        """Which part of what is secured it gives, and until when."""
        record = self.desk.plan.record(pot.id) if pot.id else None
        if record is None:
            return ("v mends it", MUTED)
        until = self.desk.plan.shown(record, "ends")
        ends = f", until {until}" if until else ", ○ until when?"
        if not pot.secured:
            return (f"nothing secured{ends}", MUTED)
        part = percent(self._money.share(pot))
        if pot.id in self._over:
            return (f"○ {part} of what is secured, over half{ends}", WARN)
        return (f"{part} of what is secured{ends}", MUTED)

    # What is said of the selected entry

    def _record(self, key: str) -> str:
        """The id of the record that an entry stands for, "" for none."""
        id = key.partition(":")[2] if ":" in key else key
        return id if id and self.desk.plan.record(id) else ""

    def said(self, key: str) -> Content:
        plan, kind = self.desk.plan, key.partition(":")[0]
        pots = self._money.actions if kind == "for" else self._money.sources
        pot = next((one for one in pots if one.id == key.partition(":")[2]), None)
        lines: list[tuple[str, str]] = []
        here = self._record(key)
        lines += [(f"○ {one.text} {one.mend}", WARN)
                  for one in self._found() if one.id == here and here]  # fmt: skip
        record = plan.record(here) if here else None
        if record and kind == "from":
            for name, field in (
                ("May not pay", "restrictions"),
                ("Risk of ending", "renewal_risk"),
            ):
                if text := plan.shown(record, field):
                    lines.append((f"{name}: {text}", BODY))
        if pot:
            lines += [(self._year(one, pot, kind), INK) for one in years_of(pot)]
        return Content("\n").join(
            joined((brief(text, self.app.size.width - 6), style))
            for text, style in lines[: self.lines_under]
        )

    def _year(self, year: Pot, pot: Pot, kind: str) -> str:
        """One year of a source or an action: each part with its sign and where it comes from."""
        plan = self.desk.plan
        parts = []
        for one in year.parts[: self.app.size.width // 4]:  # a part is no shorter
            sign = draw.SIGNS.get(one.status or "", draw.SIGNS["unsaid"])[0]
            end = (one.source if kind == "for" else one.action) or ""
            other = (
                brief(plan.label(end), 60 if len(year.parts) < 2 else 28)
                if end
                else "coalition"
                if one.backbone
                else "?"
            )
            parts.append(f"{sign} {self._amount(one.amount or 0)} {other}")
        asked = coordination(plan) - year.secured if pot.id == BACKBONE and year.id else 0
        if asked > 0:
            parts.insert(0, f"○ {self._amount(asked)} not secured")
        return f"{year.id or 'no year'}: {', '.join(parts)}"

    def _found(self) -> list[Finding]:
        session = self.desk.session
        return list(session.checks.standing) if session else []

    # What can be done

    def open_entry(self) -> None:
        """Opens the selected source or action, or the allocation that cannot be added."""
        field = "" if ":" in self.here else "amount"
        self.desk.visit(Place("record", self._record(self.here), field))

    def allot(self) -> None:
        """Adds money of the selected source or for the selected action, and opens it."""
        kind, _, id = self.here.partition(":")
        values: dict[str, Any] = {}
        if id == BACKBONE:
            values["backbone"] = True
        elif self._record(self.here) and kind in ("for", "from"):
            values["action" if kind == "for" else "source"] = id
        self._add("allocation", values)

    def add_source(self) -> None:
        """Adds a source and opens it."""
        self._add("funding_source", {})

    def _add(self, type: str, values: dict[str, Any]) -> None:
        self.desk.attempt(
            lambda: self.desk.visit(Place("record", self.desk.plan.add(type, values)))
        )

    def turn_table(self) -> None:
        """Goes to all sources as a table."""
        self.desk.visit(Place("table", self.step.id))

    def turn_parts(self) -> None:
        """Goes to all allocations as a table."""
        self.desk.visit(Place("table", "sustaining.allocations"))
