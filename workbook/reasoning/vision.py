"""The drafts of the vision against five short tests (field 1.5), as far as that can be worked out.

Advice, and no verdict: what it says is which words it saw. The team ticks the tests itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.curriculum import COMMUNITY, PLACE
from workbook.records.actions import VisionDraft
from workbook.records.coalition import CommunityGroup, Stakeholder

if TYPE_CHECKING:
    from workbook.reading import Reading

TESTS = "vision-tests"
TICKS = "actions.vision-tests"
"""The answer that says which tests the chosen draft passes, as the team sees it."""
BREATH = 25
"""Words of a breath: ten seconds at the 150 words a minute of calm speech (common practice)."""
LONGEST = 20_000
"""Characters that are looked at."""


@dataclass(frozen=True, slots=True)
class Look:
    """What is seen of one test. test: its id. seems: whether the draft seems to pass it. cues: the
    words that say so. words: of the last test, how many there are."""

    test: str
    seems: bool
    cues: tuple[str, ...] = ()
    words: int = 0


def looks(plan: Reading, draft: VisionDraft) -> list[Look]:
    """A draft held against each of the tests that can be looked at, in the order of the list; [] of
    a draft without words."""
    text = (draft.text or "")[:LONGEST]
    count = len(re.findall(r"\w[\w’'-]*", text))
    if not count:
        return []
    groups = [one.name for one in plan.records(CommunityGroup) if one.name]
    people = _found(text, [*_listed(plan, "vision-people"), *groups])
    place = _found(text, [*_community(plan), *_listed(plan, "vision-place")])
    hopes = _found(text, _listed(plan, "vision-hope"))
    programs = _found(text, [*_listed(plan, "vision-programs"), *_bodies(plan)])
    fair = _found(text, [*_listed(plan, "vision-fair"), *groups])
    found = {
        "people-place": Look("people-place", bool(people and place), (*people[:2], *place[:1])),
        "as-if-there": Look("as-if-there", not hopes, hopes),
        "no-program": Look("no-program", not programs, programs),
        "fair": Look("fair", bool(fair), fair),
        "one-breath": Look("one-breath", count <= BREATH, (), count),
    }
    return [found[one] for one in plan.options(TESTS) if one in found]


def _listed(plan: Reading, id: str) -> Iterator[str]:
    """The words of a list, each form for itself; none where the content has no such list."""
    for one in plan.curriculum.lists.get(id, {}).values():
        yield from (form.strip() for form in one.name.split(","))


def _community(plan: Reading) -> Iterator[str]:
    """The names of the community and its place, also without the last word: Prairie Fork of
    Prairie Fork County."""
    for name in (plan.answer(COMMUNITY), plan.answer(PLACE)):
        if isinstance(name, str):
            yield name
            yield " ".join(name.split()[:-1])


def _bodies(plan: Reading) -> Iterator[str]:
    """The organizations of the register."""
    for one in plan.records(Stakeholder):
        if one.organisation:
            yield one.organisation


def _found(text: str, words: Iterable[str]) -> tuple[str, ...]:
    """Which of some words stand in a text, as whole words, each once."""
    wanted = [re.escape(one) for one in dict.fromkeys(words) if len(one) > 2]
    if not wanted:
        return ()
    wanted.sort(key=len, reverse=True)  # of two that begin alike the longer one is seen
    met = re.findall(rf"(?<!\w)(?:{'|'.join(wanted)})(?!\w)", text, re.IGNORECASE)
    return tuple({one.casefold(): one for one in reversed(met)}.values())[::-1]


def chosen(plan: Reading, id: str) -> Sequence[tuple[str, bool]]:
    """What changes where a draft is chosen, as pairs of draft and value: no other one stays
    chosen. Where it is chosen already, none is after that."""
    drafts = plan.records(VisionDraft)
    now = {one.id: one.chosen is True for one in drafts}
    wanted = {one: one == id and not now[id] for one in now} if id in now else {}
    return [(one, yes) for one, yes in wanted.items() if yes != now[one]]
