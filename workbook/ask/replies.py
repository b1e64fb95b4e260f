"""How a reply is read: numbers are those of the offers, a + makes what is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from workbook.ask.asker import Offer
from workbook.kinds import Invalid, Kind, Links, Ref, Refs, Scores, Several, Who
from workbook.kinds.text import brief
from workbook.records import TYPES
from workbook.records.coalition import Stakeholder

if TYPE_CHECKING:
    from workbook.plan import Plan

NEW = "+"
"""What stands before the name of a record that is not there yet."""
_NUMBERS = re.compile(r"\d+([\s,;]+\d+)*")
_SCORED = re.compile(r"(?<![^\s;,])\d+(?=\s*=)")
_PARTS = re.compile(r"(?<!\\);")


def read(kind: Kind[Any], reply: str, given: Sequence[Offer], plan: Plan) -> Any:
    """The value that a reply means; makes the records that it names with a +. Raises Invalid."""
    by_number = {offer.number: offer.word for offer in given}
    if isinstance(kind, Links):
        return _links(kind, reply, given, plan)
    if isinstance(kind, Scores):
        reply = re.sub(
            r"(?<![^\s;,])(\d+)(\s*=)", lambda m: by_number.get(m[1], m[1]) + m[2], reply
        )
    elif isinstance(kind, Several | Refs | Who):
        return _several(kind, reply, given, plan)
    elif isinstance(kind, Ref):
        return _ref(kind, reply, given, plan)
    elif given and _NUMBERS.fullmatch(reply.strip()):
        reply = _by_number(reply.strip(), given)
    return kind.parse(reply, plan)


def picked(reply: str, given: Sequence[Offer]) -> str:
    """The offer that a reply names by its number, its name or a part of that; "" for none. Raises
    Invalid for a number that is not there, and where more than one has the part."""
    word = reply.strip()
    if word.isdigit() and word.isascii():
        return _by_number(word, given)
    return _by_name(word, given)


def numbered(kind: Kind[Any], text: str, given: Sequence[Offer]) -> str:
    """A text as one writes it, with the numbers of the offers where it holds the ids of records."""
    if not isinstance(kind, Links):
        return text
    numbers = {offer.word: offer.number for offer in given}
    return re.sub(r"(?m)^[^:\n]+", lambda m: numbers.get(m[0], m[0]), text)


def _several(kind: Several | Refs | Who, reply: str, given: Sequence[Offer], plan: Plan) -> Any:
    """Any of the offers: numbers parted by anything, or one after another by `;`."""
    if given and _NUMBERS.fullmatch(reply.strip()):
        return kind.clean([_by_number(one, given) for one in re.findall(r"\d+", reply)], plan)
    parts = [one.replace("\\;", ";").strip() for one in _PARTS.split(reply.replace("\n", ";"))]
    if isinstance(kind, Several):
        return kind.parse(";".join(picked(one, given) or one for one in parts if one), plan)
    if isinstance(kind, Who):
        return kind.clean([_person(one, plan) for one in parts if one], plan)
    found = [one if one.startswith(NEW) else _known(kind, one, given, plan) for one in parts if one]
    return kind.clean([_made(kind, one, plan) for one in found], plan)


def _person(name: str, plan: Plan) -> str:
    """The id of the only one in the register who is called so; else the name, as it is."""
    called = [
        one.id
        for one in plan.records(Stakeholder)
        if plan.label(one.id).casefold() == name.casefold()
    ]
    return called[0] if len(called) == 1 else name


def _ref(kind: Ref, reply: str, given: Sequence[Offer], plan: Plan) -> Any:
    one = reply.strip()
    return _made(kind, one if one.startswith(NEW) else _known(kind, one, given, plan), plan)


def _links(kind: Links, reply: str, given: Sequence[Offer], plan: Plan) -> Any:
    """`item: reason`, one a line. A line that is all a name is one, also with a colon in it."""
    names = {offer.name.casefold(): offer.word for offer in given}
    found = []
    for line in filter(str.strip, reply.split("\n")):
        whole = names.get(line.strip().casefold())
        name, _, reason = (whole, "", "") if whole else line.partition(":")
        name = name.strip()
        item = name if name.startswith(NEW) else whole or _known(kind, name, given, plan)
        found.append((item, reason.strip()))
    links = [{"item": _made(kind, item, plan), "rationale": reason} for item, reason in found]
    return kind.clean(links, plan)


def _known(kind: Ref | Refs | Links, reply: str, given: Sequence[Offer], plan: Plan) -> str:
    """The id of the record that a reply names. Raises Invalid."""
    if found := picked(reply, given):
        return found
    return Ref(kind.to).parse(reply, plan) or ""


def _made(kind: Ref | Refs | Links, reply: str, plan: Plan) -> str:
    """The id of the record that a + makes; any other reply is one already. Raises Invalid."""
    if not reply.startswith(NEW):
        return reply
    name, type = reply.removeprefix(NEW).strip(), kind.to[0]
    first = next(one for one in TYPES[type].called if one in TYPES[type].fields)
    value = TYPES[type].fields[first].parse(name, plan)
    if value is None:
        raise Invalid(f"A name belongs after the {NEW}.")
    return plan.add(type, {first: value})


def _by_number(number: str, given: Sequence[Offer]) -> str:
    found = next((offer.word for offer in given if offer.number == number), None)
    if found is None:
        raise Invalid(f"There is no number {number} in the list.")
    return found


def _by_name(reply: str, given: Sequence[Offer]) -> str:
    """The word of the only offer whose name is, or else holds, what was typed; "" for none."""
    part = reply.casefold()
    same = [offer for offer in given if part in (offer.word.casefold(), offer.name.casefold())]
    found = same or [offer for offer in given if part and part in offer.name.casefold()]
    if len(found) > 1:
        names = "; ".join(f"{one.number}. {brief(one.name, 40)}" for one in found[:8])
        raise Invalid(f"More than one fits “{brief(reply, 40)}”: {names}.")
    return found[0].word if found else ""
