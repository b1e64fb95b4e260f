"""Who has been heard and what they said: groups by activities, and what was heard by its theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.kinds.numbers import last_day
from workbook.reasoning.costs import goes_on
from workbook.records.coalition import CommunityGroup
from workbook.records.data import Insight
from workbook.records.engagement import Activity, Heard

if TYPE_CHECKING:
    from workbook.plan import Plan

CAME = "engaging.who-came"
"""The question whose rows set who came beside who lives here."""
HOSTS = "engaging.trusted-hosts"


# By group


@dataclass(frozen=True, slots=True)
class GroupHeard:
    """A community group, and where it was met and heard.

    id: of the group; of one that was removed what still points to it. gone: whether it was.
    share: of those who live here; came: of those who came, at the last count; both in percent,
    None where nobody counted. met: the activities that reach it, said: how many things it said at
    each, "" for what was heard elsewhere; insights are counted with it. voices: how many people
    said them.
    """

    id: str
    gone: bool
    share: float | None
    came: float | None
    met: frozenset[str]
    said: Mapping[str, int]
    voices: int

    @property
    def empty(self) -> bool:
        """Whether no activity reaches the group, and nothing is heard from it."""
        return not self.met and not self.said

    @property
    def few(self) -> bool:
        """Whether it made up less than half of its share among those who came."""
        return self.share is not None and self.came is not None and 2 * self.came < self.share


def by_group(plan: Plan) -> list[GroupHeard]:
    """Every community group, those that nobody met or heard first; last those that were removed
    and that an activity or a thing heard still names."""
    groups = {one.id: one for one in plan.records(CommunityGroup)}
    met, said, voices = _met(plan), dict[str, dict[str, int]](), dict[str, int]()
    for group, where, people in _spoken(plan):
        of = said.setdefault(group, {})
        of[where] = of.get(where, 0) + 1
        voices[group] = voices.get(group, 0) + people
    named = dict.fromkeys([*groups, *met, *said])
    came, lives = _count(plan, "came"), _count(plan, "lives")
    found = [
        GroupHeard(
            id, id not in groups,
            groups[id].share if id in groups and groups[id].share is not None else lives.get(id),
            came.get(id), frozenset(met.get(id, ())), said.get(id, {}), voices.get(id, 0),
        ) for id in named
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.gone, not one.empty))


def _met(plan: Plan) -> dict[str, list[str]]:
    """The activities that take place, by the group that they reach."""
    found: dict[str, list[str]] = {}
    for one in plan.records(Activity):
        for group in one.groups or () if goes_on(one) else ():
            found.setdefault(group, []).append(one.id)
    return found


def _spoken(plan: Plan) -> Iterator[tuple[str, str, int]]:
    """Each thing that a group said: group, activity, by how many people; one where none is told."""
    for heard in plan.records(Heard):
        if heard.group:
            yield heard.group, heard.activity or "", int(heard.how_many or 1)
    for known in plan.records(Insight):
        if known.group:
            yield known.group, known.activity or "", int(known.how_often or 1)


def _count(plan: Plan, column: str) -> dict[str, float]:
    """A share by group as it was counted last, of the rows that set who came beside who lives
    here; of two counts of one time the lower row."""
    table, found, when = plan.curriculum.tables.get(CAME), dict[str, float](), dict[str, str]()
    for row in plan.rows(table) if table else ():
        group, value = plan.value(row, "group"), plan.value(row, column)
        day = last_day(str(plan.value(row, "period") or "x"))
        period = day.isoformat() if day else ""
        if group and value is not None and period >= when.get(group, ""):
            found[group], when[group] = float(value), period
    return found


def trusted_host(plan: Plan, group: str) -> list[str]:
    """Whom a group trusts, by the first row that says so; [] where none does."""
    table = plan.curriculum.tables.get(HOSTS)
    rows = plan.rows(table) if table else ()
    hosts = (plan.value(one, "host") for one in rows if plan.value(one, "group") == group)
    return next((list(one) for one in hosts if one), [])


# By theme


@dataclass(frozen=True, slots=True)
class Theme:
    """What was heard about one thing.

    name: as it was written first, "" for what has no theme yet. notes: the ids, in their order.
    people: how many said them. open: those of which nothing says what changed, or why not.
    untold: those with no day on which people were told.
    """

    name: str
    notes: tuple[str, ...]
    people: int
    open: tuple[str, ...]
    untold: tuple[str, ...]

    @property
    def closed(self) -> bool:
        """Whether each has its answer, and those who said it were told."""
        return not self.open and not self.untold


def themes(plan: Plan) -> list[Theme]:
    """What was heard by theme, in the order in which themes first came up; two spellings that
    differ in capitals or blanks are one. What has no theme comes last."""
    found: dict[str, list[Heard]] = {}
    for one in plan.records(Heard):
        found.setdefault(key(one.theme or ""), []).append(one)
    rest = found.pop("", [])
    return [_theme(notes) for notes in (*found.values(), rest) if notes]


def key(theme: str) -> str:
    """What makes two themes one."""
    return " ".join(theme.split()).casefold()


def _theme(notes: list[Heard]) -> Theme:
    return Theme(
        (notes[0].theme or "").strip(),
        tuple(one.id for one in notes),
        sum(int(one.how_many or 1) for one in notes),
        tuple(one.id for one in notes if not one.changed and not (one.why_not or "").strip()),
        tuple(one.id for one in notes if not one.told_on),
    )
