"""Who is at the table and who is missing, held against who lives here (field paper 1.2, 3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from workbook.reasoning.persons import key
from workbook.reasoning.stakeholders import ASKED, is_member
from workbook.records.coalition import CommunityGroup, Stakeholder

if TYPE_CHECKING:
    from workbook.reading import Reading

GOALS = "coalition.seat-goals"
"""The question whose rows say which seats the team will fill."""
RESIDENT = "resident"
LIVED = "lived-experience"
NOT_ALONE = 2
"""Residents who vote, so that nobody sits there alone."""
KINDS = ("sector", "pillar", "executive", "votes", "lived", "group")
"""What is counted, in order; the names of the single ones are the list `coverage`."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sector, pillar, group or other kind of member.

    kind: one of KINDS. id: the entry of its list, or the group's id. members: who is there now;
    coming: who is in the register and has not joined. share: of the members, in percent; lives:
    of the people who live here, None where nobody counted; fair: the seats which that share would
    give them, one at least. aim, by: what the team set itself in
    its seats to fill, None and "" where it set nothing. gap: seats that are missing. adding: the
    values of a new stakeholder of this kind.
    """

    kind: str
    id: str
    name: str
    members: tuple[str, ...]
    coming: tuple[str, ...]
    share: float
    lives: float | None = None
    fair: int | None = None
    aim: int | None = None
    by: str = ""
    gap: int = 0
    adding: Mapping[str, Any] = field(default_factory=dict)


def coverage(plan: Reading) -> list[Line]:
    """Every kind of member with who is there. Takes the plan itself: whether somebody told of
    lived experience is private, how many did is not."""
    return list(_Table(plan).lines())


@dataclass(frozen=True, slots=True)
class _Sort:
    """A sort of member: who fits, what a new one is given, how many there should be at least."""

    kind: str
    id: str
    name: str
    fits: Callable[[Stakeholder], bool]
    adding: Mapping[str, Any]
    least: int = 1
    lives: float | None = None


class _Table:
    """The register, counted."""

    def __init__(self, plan: Reading) -> None:
        self.plan = plan
        people = plan.records(Stakeholder)
        self.members = [one for one in people if is_member(one)]
        self.coming = [one for one in people if not is_member(one) and one.status in (None, *ASKED)]
        self.goals = dict(_goals(plan))

    def lines(self) -> Iterator[Line]:
        """Every sort with who is there."""
        return (self._line(one) for one in self._sorts())

    def _sorts(self) -> Iterator[_Sort]:
        for one in self.plan.options("sectors").values():
            yield _sector(one.id, one.name)
        for one in self.plan.options("pillars").values():
            yield _pillar(one.id, one.name)
        names = self.plan.curriculum.lists.get("coverage", {})
        for id, (fits, adding, least) in _SINGLE.items():
            if id in names:
                yield _Sort(id, id, names[id].name, fits, adding, least)
        for group in self.plan.records(CommunityGroup):
            yield _group(group, self.plan.label(group.id), len(self.members))

    def _line(self, sort: _Sort) -> Line:
        members = tuple(one.id for one in self.members if sort.fits(one))
        coming = tuple(one.id for one in self.coming if sort.fits(one))
        voters = [one for one in self.members if one.votes]
        among = len(voters if sort.kind == "votes" else self.members)
        share = 100 * len(members) / among if among else 0.0
        aim, by = self.goals.get(key(sort.name), (None, ""))
        wanted = sort.least if aim is None else aim
        return Line(
            sort.kind, sort.id, sort.name, members, coming, share, sort.lives,
            sort.least if sort.lives else None, aim, by, max(0, wanted - len(members)),
            sort.adding,
        )  # fmt: skip


def _sector(id: str, name: str) -> _Sort:
    return _Sort("sector", id, name, lambda who: who.sector == id, {"sector": id})


def _pillar(id: str, name: str) -> _Sort:
    return _Sort("pillar", id, name, lambda who: id in (who.pillars or ()), {"pillars": [id]})


def _group(group: CommunityGroup, name: str, members: int) -> _Sort:
    """A group of those who live here; its least are the seats that its share would give it."""
    lives, id = group.share, group.id
    fair = int(lives * members / 100 + 0.5) if lives else 0
    adding = {"groups": [id]}
    return _Sort(
        "group", id, name, lambda who: id in (who.groups or ()), adding, max(1, fair), lives
    )


def _executive(one: Stakeholder) -> bool:
    return one.executive is True


def _resident_vote(one: Stakeholder) -> bool:
    return one.votes is True and one.sector == RESIDENT


def _lived(one: Stakeholder) -> bool:
    return bool((one.lived_experience or "").strip()) or LIVED in (one.brings or ())


_SINGLE: Mapping[str, tuple[Callable[[Stakeholder], bool], Mapping[str, Any], int]] = {
    "executive": (_executive, {"executive": True}, 1),
    "votes": (_resident_vote, {"sector": RESIDENT, "votes": True}, NOT_ALONE),
    "lived": (_lived, {"brings": [LIVED]}, NOT_ALONE),
}
"""The kinds of the list `coverage`: who fits, what a new one is given, how many are the least."""


def _goals(plan: Reading) -> Iterator[tuple[str, tuple[int, str]]]:
    """The seats that the team will fill, by the name of the sector or group that they are for."""
    table = plan.curriculum.tables.get(GOALS)
    for row in plan.rows(table) if table else ():
        name, aim, by = (plan.value(row, one) for one in ("seat", "aim", "by"))
        if isinstance(name, str) and isinstance(aim, int | float):
            yield key(name), (int(aim), by if isinstance(by, str) else "")


def nobody(lines: list[Line], kind: str) -> list[Line]:
    """The lines of a kind with no member; [] while no member has a line of that kind: then it is
    not known yet, and nobody is said to be missing."""
    found = [one for one in lines if one.kind == kind]
    known = any(one.members for one in found)
    return [one for one in found if known and not one.members]
