"""What a row of the metrics says, and what is said of the selected one under the list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from textual.content import Content

from screens import metric_drawing as drawing
from screens.metric_drawing import ARROWS, SIGNS
from screens.plain import ACCENT, BODY, INK, MUTED, WARN, brief, cell, joined
from workbook.kinds.text import first_sentence
from workbook.plan import Plan
from workbook.reasoning.figures import Value, pair, quality, shown, warning
from workbook.reasoning.metrics import Figure, Gap, Group, gaps
from workbook.records.data import MetricReading

NAME, VALUE, OTHER, WORD = 26, 11, 10, 11
"""Cells of a name, a value, another place's value, a quality in words."""
KINDS = (" County", " city", " Parish", " Borough", " town")
"""What a place is, left out where there is little room."""
SINCE = 12
"""Cells of the first value with its year, which stands in the table in place of a trend."""
WIDE = 96
"""Cells from which quality stands in words, and places are set side by side."""
YEAR, LAST = 7, 20
"""Cells of a year; of what follows the values: which way is good, groups, the team's word."""
PEERS, ROWS = 3, 4
"""Places that may have a column of their own; bars that are drawn of places and of groups."""
JUDGED = {"strength": "+ strength", "concern": "– concern", "both": "± both"}


class Words:
    """Says figures of a place in a width. axis: the years of all trends. peers: the places that
    have a column."""

    def __init__(
        self, plan: Plan, width: int, place: str, figures: Sequence[Figure],
        readings: Mapping[str, MetricReading], *, table: bool,
    ) -> None:  # fmt: skip
        self.plan, self.width, self.table = plan, width, table
        self.place = bare(place.partition(",")[0]) or "here"
        self.axis = drawing.years(figures)
        self.name = NAME if self.wide or not table else NAME - 2
        self.readings = readings
        peers = dict.fromkeys(o.name for one in figures for o in one.beside if not o.middle)
        self.middle = any(one.middle for one in figures)
        fixed = 2 + NAME + VALUE + YEAR + WORD + self._trend + OTHER * self.middle + LAST
        self.peers = list(peers)[: max(0, min(PEERS, (width - fixed) // OTHER)) if self.wide else 0]

    @property
    def wide(self) -> bool:
        """Whether there is room for words and places."""
        return self.width >= WIDE

    def head(self) -> Content:
        """What stands over the columns."""
        ends = dict.fromkeys(self.axis[:1] + self.axis[-1:])
        axis = "–".join(f"’{year[2:]}" for year in ends)
        trend = axis.ljust(self._trend) if not self.table else "since".ljust(self._trend)
        quality = "quality".ljust(WORD) if self.wide else "  "
        others = "".join(brief(bare(one), OTHER - 1).rjust(OTHER) for one in self.peers)
        middle = "median".rjust(OTHER) if self.middle else ""
        mine = brief(self.place, VALUE - 1).rjust(self.name + VALUE + 2)
        last = "  good ▾  seen as" if self.wide else "  good ▾"
        head = mine + "  year " + quality + trend + others + middle + last
        return joined((head, MUTED)).truncate(self.width)

    @property
    def _trend(self) -> int:
        return SINCE if self.table else max(len(self.axis), 7) + 1

    def row(self, one: Figure, *, selected: bool) -> Content:
        """A figure on one line."""
        ground = " on $wb-wash" if selected else ""
        here = one.newest
        mark = ("▌ " if selected else "  ", ACCENT + ground)
        name = brief(str(one.said.get("short") or one.name), self.name - 1).ljust(self.name)
        if here is None:
            text = "no published value here" if not one.groups else "only by groups"
            rest = text.ljust(max(0, self.width - self.name - 2))
            return joined(mark, (name, MUTED + ground), (rest, MUTED + ground)).truncate(self.width)
        line = joined(
            mark, (name, (INK if selected else BODY) + ground),
            (self.value(one, here).rjust(VALUE), f"{INK} bold{ground}"),
            (f"  ’{here.year[2:]}  ", MUTED + ground), self._quality(here, ground),
            *self._moving(one, ground), *self._others(one, ground),
            (f"   {ARROWS.get(str(one.said.get('direction')), ' ')}", MUTED + ground),
            (" ▾ " if one.groups else "   ", WARN + ground), self._judged(one, ground),
        ).truncate(self.width)  # fmt: skip
        return joined(line, (" " * (self.width - line.cell_length), ground.strip()))

    def value(self, one: Figure, value: Value) -> str:
        """A value as a column has room for it."""
        return shown(self.plan, value.value, one.unit).replace("% : ", ":")

    def _short(self, one: Figure, value: Value) -> str:
        """A value of another place: of a pair in whole percents."""
        sides = pair(value.value) if isinstance(value.value, str) else None
        if sides is None:
            return self.value(one, value)
        return f"{sides[0] * 100:.0f}:{sides[1] * 100:.0f}%"

    def _quality(self, value: Value, ground: str) -> tuple[str, str]:
        sign, style = SIGNS.get(value.quality, "·"), (WARN if value.weak else MUTED) + ground
        if not self.wide:
            return f"{sign} ", style
        word = quality(self.plan, value)
        name = word.name.partition(" ")[0] if word else "unrated"
        return f"{sign} {name}"[: WORD - 1].ljust(WORD), style

    def _moving(self, one: Figure, ground: str) -> list[tuple[str, str]]:
        room = self._trend
        if not self.table:
            cells = drawing.trend(one, self.axis, ground)
            return [*cells, (" " * (room - len(self.axis)), ground.strip())]
        first = one.alike[0] if one.alike else None
        known = first is not None and one.newest is not None and first.year < one.newest.year
        text = f"{self.value(one, first)} ’{first.year[2:]}" if first and known else "–"
        return [(cell(text, room), MUTED + ground)]

    def _others(self, one: Figure, ground: str) -> Iterator[tuple[str, str]]:
        by_name = {other.name: other.value for other in one.beside if not other.middle}
        for name in self.peers:
            value = by_name.get(name)
            text = self._short(one, value) if value else "–"
            yield text.rjust(OTHER), (WARN if value and value.weak else BODY) + ground
        if self.middle:
            middle = one.middle
            text = self.value(one, middle.value) if middle else "–"
            yield text.rjust(OTHER), MUTED + ground

    def _judged(self, one: Figure, ground: str) -> tuple[str, str]:
        reading = self.readings.get(one.predictor)
        word = JUDGED.get(str(reading.judged), "read") if reading else ""
        return f"   {word}" if self.wide else word[:1], INK + ground

    # Of the selected one

    def said(self, one: Figure, lines: int) -> Content:
        """All that is known of a figure, in so many lines at most."""
        found = [self._called(one), *self._stands(one), *self._warned(one)]
        found += self._drawn(one) if self.wide and not self.table else self._in_words(one)
        found.append(self._read(one))
        kept = [*found[: lines - 1], found[-1]] if len(found) > lines else found
        return Content("\n").join(line.truncate(self.width, ellipsis=True) for line in kept)

    def _called(self, one: Figure) -> Content:
        meaning = str(one.said.get("meaning", ""))
        if len(one.name) + len(meaning) + 2 > self.width:
            meaning = ""
        return joined((one.name, f"{INK} bold"), (f"  {meaning}" if meaning else "", BODY))

    def _stands(self, one: Figure) -> Iterator[Content]:
        here = one.newest
        if here is None:
            yield joined(("The file has no value for this place.", MUTED))
            return
        word = quality(self.plan, here)
        between = ""
        if here.low is not None and here.high is not None:
            low, high = (shown(self.plan, end, one.unit) for end in (here.low, here.high))
            between = f", between {low} and {high}"
        zero = f": {one.empty}" if one.empty else ""
        yield joined(
            (f"{shown(self.plan, here.value, one.unit)}{zero} in {here.year}", f"{INK} bold"),
            (f"{between} · {SIGNS.get(here.quality, '·')} ", BODY),
            (word.name.lower() if word else "not rated", WARN if here.weak else BODY),
            ("".join(f" · {part}" for part in (_better(one), _collected(one)) if part), MUTED),
        )

    def _warned(self, one: Figure) -> Iterator[Content]:
        here, trap = one.newest, str(one.said.get("trap", ""))
        if here and here.weak:
            said = warning(self.plan)
            yield joined((f"! Weak: {said}. ", WARN), (first_sentence(trap), MUTED))
        elif trap:
            yield joined(("Mind: ", INK), (first_sentence(trap), MUTED))

    def _drawn(self, one: Figure) -> Iterator[Content]:
        """Places and groups as bars on one scale, and how far groups are apart. Drawn are the
        groups of the kind in which they lie furthest apart."""
        places = [(bare(o.name), o.value, self.value(one, o.value)) for o in one.beside]
        if one.newest:
            places.insert(0, (self.place, one.newest, self.value(one, one.newest)))
        apart = gaps(one)
        drawn = apart[0].groups if apart else one.groups
        groups = [(g.name, g.value, self.value(one, g.value)) for g in drawn]
        tops = [value.number or 0.0 for _, value, _ in (*places, *groups)]
        most = max([*tops, 0.0]) or 1.0
        left = drawing.bars(places[:ROWS], one.unit, most=most) if len(places) > 1 else []
        right = drawing.bars(groups[:ROWS], one.unit, most=most)
        yield from drawing.beside(left, right, self.width) if left else right
        if apart:
            rest = "".join(f"; {self._far(one, gap)} by {_by(gap)}" for gap in apart[1:])
            more = "   T names every group" if len(one.groups) > len(groups[:ROWS]) else ""
            yield joined((f"▾ {self._gap(one, apart[0])}{rest}", WARN), (more, MUTED))

    def _in_words(self, one: Figure) -> Iterator[Content]:
        """The same as sentences."""
        here = one.newest
        if here and one.beside:
            said = "; ".join(
                f"{o.name}{_of(o.value)} {self.value(one, o.value)}{_weakly(o.value)}"
                for o in one.beside
            )
            yield joined((f"Beside it, {here.year}: ", MUTED), (said, INK))
        for gap in gaps(one):
            yield joined((f"▾ {self._gap(one, gap, named=True)}", WARN))
        if one.groups and not gaps(one):
            yield joined(("By groups: ", MUTED), (self._named(one, one.groups), INK))

    def _named(self, one: Figure, groups: Sequence[Group]) -> str:
        return ", ".join(f"{g.name} {self.value(one, g.value)}{_weakly(g.value)}" for g in groups)

    def _gap(self, one: Figure, gap: Gap, *, named: bool = False) -> str:
        """How far groups are apart. named: with each group's value, where none is drawn."""
        ends = f"{gap.low.name} to {gap.high.name}"
        groups = self._named(one, gap.groups) if named else ends
        told = f"{self._far(one, gap)} apart by {_by(gap)}: {groups}"
        year = gap.low.value.year
        at = "" if one.newest and year == one.newest.year else f" in {year}"
        doubt = f" (weak: {warning(self.plan)})" if gap.weak else ""
        return f"{told}{at}{doubt}"

    def _far(self, one: Figure, gap: Gap) -> str:
        if one.unit == "share":
            return f"{gap.distance * 100:.0f} points"
        unit = "" if one.unit == "pair" else one.unit
        return shown(self.plan, round(gap.distance, 2), unit)

    def _read(self, one: Figure) -> Content:
        reading = self.readings.get(one.predictor)
        if reading is None:
            return joined(
                ("Does it match lived experience? ", INK),
                ("Enter writes what you make of it.", MUTED),
            )
        matches = self.plan.shown(reading, "matches_experience") or "not said"
        judged = self.plan.shown(reading, "judged") or "not said"
        why = self.plan.shown(reading, "why")
        return joined(
            ("Matches lived experience: ", MUTED), (matches, INK), ("  We see it as: ", MUTED),
            (judged, INK), (f"  {brief(why, 200)}" if why else "", BODY),
        )  # fmt: skip


BETTER = {
    "up": "higher is better", "down": "lower is better", "parity": "nearer to equal is better",
    "none": "described, not judged",
}  # fmt: skip


def _better(one: Figure) -> str:
    return BETTER.get(str(one.said.get("direction")), "")


def bare(name: str) -> str:
    """A place's name without what it is."""
    return next((name.removesuffix(one) for one in KINDS if name.endswith(one)), name)


def _collected(one: Figure) -> str:
    """Who collects a figure, as its source says: who publishes it stands in the border."""
    publisher, _, collected = one.source.partition(" (")
    return collected.removesuffix(")") or publisher


def _by(gap: Gap) -> str:
    return gap.by.replace("-", " ") or "group"


def _of(value: Value) -> str:
    return f" (of {value.of:,})" if value.of else ""


def _weakly(value: Value) -> str:
    return " (!)" if value.weak else ""
