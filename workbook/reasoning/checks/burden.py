"""What one person or one organization holds: too much of it, or all that they left behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from workbook.reasoning.checks.check import Check, Found
from workbook.reasoning.checks.duties import DUTIES, OTHER, RELATIONSHIP, Held, held, left, register
from workbook.reasoning.persons import key
from workbook.records.coalition import Stakeholder

if TYPE_CHECKING:
    from workbook.reasoning.checks.ground import Ground

SHARE = 3
"""One who holds more than the third part of what is to be done holds too much of it."""
HALF = 2
"""The same of relationships: more than half."""
MANY = 10
"""Below this many duties a share says nothing."""
REGISTER = "register"


def _left(ground: Ground) -> Iterator[Found]:
    """Duties of people who left."""
    gone = left(ground)
    for one in held(ground, *DUTIES, *OTHER):
        if gone.isdisjoint(one.who):
            continue
        names = [ground.wording.name_of(id) or "somebody" for id in gone.intersection(one.who)]
        words = {"field": ground.asks(one.record.type, one.field), "left": _have_left(names)}
        yield Found(one.record.id, one.field, words)


def _have_left(names: Sequence[str]) -> str:
    """Ana has left; Ana, Kim and Lee have left."""
    *first, last = sorted(set(names))
    return f"{', '.join(first)} and {last} have left" if first else f"{last} has left"


def _too_much(ground: Ground) -> Iterator[Found]:
    """People who hold more than a third of what is to be done."""
    yield from _over(ground, list(held(ground, *DUTIES)), SHARE)


def _relationships(ground: Ground) -> Iterator[Found]:
    """Whoever holds more than half of the relationships."""
    yield from _over(ground, list(held(ground, RELATIONSHIP)), HALF)


def _over(ground: Ground, all_: Sequence[Held], share: int) -> Iterator[Found]:
    """Those with more than their share. Who is not in the register has no place but that, and is
    told from others by the first thing that they hold."""
    people = register(ground)
    called = {person: word for one in all_ for person, word in one.who.items()}
    first = {person: one for one in reversed(all_) for person in one.who}
    for person, count in sorted(Counter(who for one in all_ for who in one.who).items()):
        if _is_much(count, len(all_), share):
            numbers = _numbers(count, len(all_))
            if people.has(person):
                yield Found(person, "", {"it": ground.name(person), **numbers})
            else:
                record, words = first[person].record, {"it": ground.stranger(called[person])}
                go = record.id, first[person].field
                yield Found(REGISTER, record.id, words | numbers, go)


def _house_too_much(ground: Ground) -> Iterator[Found]:
    """Organizations whose people together hold more than a third, and none of them alone."""
    houses = {one.id: key(one.organisation) for one in ground.all(Stakeholder)}
    houses |= {name: name for name in houses.values()}
    all_ = list(held(ground, *DUTIES))
    alone = Counter(who for one in all_ for who in one.who)
    together = Counter(
        name for one in all_ for name in {houses.get(who, "") for who in one.who} if name
    )  # fmt: skip
    for name, count in sorted(together.items()):
        people = [who for who in alone if houses.get(who) == name]
        shared = not any(_is_much(alone[who], len(all_), SHARE) for who in people)
        if len(people) > 1 and shared and _is_much(count, len(all_), SHARE):
            first = min(filter(register(ground).has, people))
            yield Found(first, "", _numbers(count, len(all_)))


def _is_much(count: int, of: int, share: int) -> bool:
    return of >= MANY and share * count > of


def _numbers(count: int, of: int) -> dict[str, str]:
    return {"count": str(count), "of": str(of)}


BURDEN = (
    Check(
        "owner-left", "warning", "", "{it}, {field}: {left}.",
        "Name who takes it over.", "field paper 1.2", _left, by_field=True,
    ),
    Check(
        "too-much-on-one", "note", "", "{it} holds {count} of {of} things to be done.",
        "Share some of them, and write who steps in when this person cannot.",
        "field paper 1.2", _too_much, by_field=True,
    ),
    Check(
        "too-much-on-one-house", "note", "",
        "{it} and others of the same organization hold {count} of {of} things to be done.",
        "Share some of them with other partners; a host that closes takes its part with it.",
        "field paper 1.7", _house_too_much,
    ),
    Check(
        "one-holds-relationships", "note", "coalition",
        "{it} holds the relationship with {count} of {of} in the register.",
        "Let others take over some; whoever leaves takes the relationships along.",
        "field paper 1.2", _relationships, ("stakeholder.owner",), by_field=True,
    ),
)  # fmt: skip
"""Who holds what."""
