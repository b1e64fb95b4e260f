"""What meeting people costs: by activity, by month, by kind against the means of chapter 1, and
which supports and languages are offered where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from textual.content import Content

from screens.activity_words import INDENT, LEFT, below, row
from screens.engagement import EngagementView
from screens.ledger import Entry, heading
from screens.places import Place
from screens.plain import BODY, INK, MUTED, WARN, brief, cell, filled, joined, plain
from workbook.kinds import Money
from workbook.reasoning.costs import PAY, Cost, costs, goes_on, languages, loose, summed
from workbook.reasoning.engagement import calendar
from workbook.reasoning.means import SET_ASIDE, Means, means
from workbook.records.engagement import Activity, CostLine

SUM, HOURS, WORDS = 12, 7, 30
"""Cells of an amount, of hours, of supports and languages beside the sums."""
WIDE = 96


class CostsView(EngagementView):
    """What meeting people costs. By activity, with pay, all else, hours of staff time, supports and
    languages; by month; and by kind, against what chapter 1 set aside. Enter opens the activity, a
    cost that belongs to nothing, or what is set aside."""

    view: ClassVar[str] = "costs"
    asks: ClassVar[str] = "What meeting people costs"

    def rows(self, width: int) -> Iterator[Entry]:
        found = costs(self.desk.plan)
        all_ = [one.activity for one in calendar(self.desk.plan) if goes_on(one.activity)]
        if not all_ and not self._to_mend():
            return
        yield from self._by_activity(all_, found, width)
        yield heading(Content(""))
        yield from self._by_month(found, width)
        yield heading(Content(""))
        yield from self._by_kind(width)
        yield heading(Content(""))
        yield from self._offered(all_, width)

    def count(self) -> str:
        return f"{self._money(sum(one.amount for one in costs(self.desk.plan)))} in all"

    def _money(self, amount: int) -> str:
        return Money().show(amount, self.desk.plan) if amount else "–"

    # By activity

    def _by_activity(self, all_: list[Activity], found: list[Cost], width: int) -> Iterator[Entry]:
        words = WORDS if width >= WIDE else 0
        name = max(14, width - LEFT - 3 * SUM - HOURS - words)
        sums = "".join(one.rjust(SUM) for one in ("pay", "all else", "together"))
        tail = "  supports; languages" if words else ""
        yield heading(plain(INDENT + "by activity".ljust(name) + sums + "hours".rjust(HOURS) + tail,
                            MUTED))  # fmt: skip
        pay = summed((one for one in found if one.kind == PAY), lambda one: one.activity)
        total = summed(found, lambda one: one.activity)
        for one in all_:
            parts = (pay[one.id], total[one.id] - pay[one.id], total[one.id])
            yield Entry(one.id, partial(self._activity, one, parts, name, width))
        hours = sum(one.staff_hours or 0 for one in all_)
        parts = (pay.total(), total.total() - pay.total(), total.total())
        yield heading(self._sums("together", parts, name, f"{hours:g}"))
        for line in self._to_mend():
            yield Entry(line.id, partial(self._wrong, line, name, width))

    def _to_mend(self) -> list[CostLine]:
        """Cost lines that belong to nothing, and those in which a check finds something."""
        plan = self.desk.plan
        adrift = {one.id for one in loose(plan)}
        return [one for one in plan.records(CostLine) if one.id in adrift or one.id in self.found]

    def _activity(
        self, one: Activity, parts: tuple[int, ...], name: int, width: int, selected: bool
    ) -> Content:  # a ledger's drawing
        plan = self.desk.plan
        sums = "".join(self._money(part).rjust(SUM) for part in parts)
        hours = f"{one.staff_hours:g}" if one.staff_hours else "–"
        words = "; ".join(filter(None, (plan.shown(one, "supports"), one.languages)))
        tail = f"  {brief(words or 'none', WORDS - 2)}" if width >= WIDE else ""
        return row(
            width, selected, self.mark(one), (cell(plan.label(one.id), name), BODY),
            (sums, INK), (hours.rjust(HOURS), BODY), (tail, MUTED),
        )  # fmt: skip

    def _sums(self, label: str, parts: tuple[int, ...], name: int, hours: str = "") -> Content:
        sums = "".join(self._money(part).rjust(SUM) for part in parts)
        return joined((INDENT + filled(label, name), MUTED), (sums, f"{INK} bold"),
                      (hours.rjust(HOURS) if hours else "", f"{INK} bold"))  # fmt: skip

    def _wrong(self, one: CostLine, name: int, width: int, selected: bool) -> Content:
        plan = self.desk.plan
        amount = plan.shown(one, "amount") or "not known"
        called = f"to mend: {plan.label(one.id)}"
        return row(width, selected, ("○", WARN), (cell(called, name), WARN),
                   (" " * 2 * SUM + f"{brief(amount, SUM - 1):>{SUM}}", INK))  # fmt: skip

    # By month

    def _by_month(self, found: list[Cost], width: int) -> Iterator[Entry]:
        name = max(14, width - LEFT - 3 * SUM - HOURS - (WORDS if width >= WIDE else 0))
        heads = "".join(one.rjust(SUM) for one in ("pay", "all else", "together"))
        yield heading(plain(INDENT + "by month".ljust(name) + heads, MUTED))
        pay = summed((one for one in found if one.kind == PAY), lambda one: one.month)
        total = summed(found, lambda one: one.month)
        for month in sorted(total, key=lambda one: one or "9999"):
            parts = (pay[month], total[month] - pay[month], total[month])
            label = self._month(month)
            yield Entry(f"month.{month}", partial(self._plain, label, parts, name, width))

    def _month(self, month: str) -> str:
        kind = Activity.fields["starts"]
        return kind.show(month, self.desk.plan) if month else "○ no date that can be read"

    def _plain(
        self, label: str, parts: tuple[int, ...], name: int, width: int, selected: bool
    ) -> Content:  # a ledger's drawing
        style = WARN if label.startswith("○") else BODY
        sums = "".join(self._money(part).rjust(SUM) for part in parts)
        return row(width, selected, (" ", ""), (cell(label, name), style), (sums, INK))

    # By kind

    def _by_kind(self, width: int) -> Iterator[Entry]:
        name = max(14, width - LEFT - 4 * SUM)
        heads = "".join(one.rjust(SUM) for one in ("secured", "hoped for", "cost", "not covered"))
        yield heading(plain(INDENT + "by kind, against chapter 1".ljust(name) + heads, MUTED))
        found = means(self.desk.plan)
        for one in found:
            yield Entry(f"kind.{one.kind}", partial(self._kind, one, name, width))
        parts = tuple(sum(getattr(one, part) for one in found)
                      for part in ("secured", "hoped", "cost", "short"))  # fmt: skip
        yield heading(self._sums("together", parts, name))

    def _kind(self, one: Means, name: int, width: int, selected: bool) -> Content:
        label = self.desk.plan.options("cost-kinds")[one.kind].name
        sums = "".join(self._money(part).rjust(SUM) for part in (one.secured, one.hoped, one.cost))
        return row(
            width, selected, ("○", WARN) if one.short else (" ", ""), (cell(label, name), BODY),
            (sums, INK), (self._money(one.short).rjust(SUM), WARN if one.short else MUTED),
        )  # fmt: skip

    # What is offered

    def _offered(self, all_: list[Activity], width: int) -> Iterator[Entry]:
        """Which supports and languages are offered, and in how many activities."""
        options = self.desk.plan.options("supports")
        supports = Counter(id for one in all_ for id in one.supports or ())
        yield heading(
            plain(f"{INDENT}what is offered, in how many of {len(all_)} activities", MUTED)
        )
        for id in options:
            yield heading(_offer(options[id].name, supports[id], width))
        spoken = Counter(word for one in all_ for word in languages(one.languages or ""))
        for word, many in spoken.most_common():
            yield heading(_offer(word, many, width))

    def said_else(self, key: str) -> Content:
        kind, _, id = key.partition(".")
        plan = self.desk.plan
        if kind == "month":
            names = [f"{plan.label(one.activity)} {self._money(one.amount)}"
                     for one in costs(plan) if one.month == id]  # fmt: skip
            return joined((brief("; ".join(names), self.cells * 2), BODY))
        if kind == "kind":
            return joined(("Enter", f"{INK} bold"), (" goes to what is set aside for it.", MUTED))
        return below(self.found.get(key, []), "It belongs to nothing that is here.", self.cells)

    def open_entry(self) -> None:
        kind, _, id = self.here.partition(".")
        if kind == "kind" and (step := self.desk.curriculum.prompts.get(SET_ASIDE)):
            self.desk.visit(Place("step", self.desk.curriculum.step_of(step.id).id, SET_ASIDE))
        elif kind == "month":
            first = next((one for one in costs(self.desk.plan) if one.month == id), None)
            if first:
                self.desk.visit(Place("record", first.line or first.activity))
        else:
            super().open_entry()


def _offer(name: str, many: int, width: int) -> Content:
    told = f"{many}" if many else "none"
    return joined(
        (f"{INDENT}{brief(name, 26):<28}", BODY if many else MUTED),
        (f"{'■' * min(many, 20)} ", "$wb-data"), (told, INK if many else MUTED),
    ).truncate(width)  # fmt: skip
