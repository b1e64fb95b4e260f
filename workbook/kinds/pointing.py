"""Values that point to records: one, several, people, links with their reasons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from workbook.kinds.kind import Ground, Invalid, Kind
from workbook.kinds.text import brief, tidy
from workbook.kinds.words import LINE_LIMIT

RECORD_ID = re.compile(r"[a-z]{3}-[0-9a-z]{8}", re.ASCII)
"""What an id of a record looks like; an answer's id has a dot."""
CITED = re.compile(r"\[\[(mts-[0-9a-z]{8})\]\]", re.ASCII)
"""How a text cites a figure; literal where no such figure exists (plan-model.md)."""


def _types(to: str | Sequence[str]) -> tuple[str, ...]:
    return (to,) if isinstance(to, str) else tuple(to)


def _find(text: str, types: Sequence[str], ground: Ground) -> str:
    """The id of the one record that a person means. Raises Invalid."""
    word = text.strip()
    if RECORD_ID.fullmatch(word):
        return _point(word, types, ground)
    found = ground.named(types, word)
    if len(found) == 1:
        return found[0]
    kinds = " or ".join(one.replace("_", " ") for one in types)
    if found:
        raise Invalid(f"More than one {kinds} is called “{brief(word, 40)}”; give its id.")
    raise Invalid(f"No {kinds} is called “{brief(word, 40)}”.")


def _point(value: object, types: Sequence[str], ground: Ground) -> str:
    """An id, if a record of the right type has it. Raises Invalid."""
    kinds = " or ".join(one.replace("_", " ") for one in types)
    if not isinstance(value, str):
        raise Invalid(f"This takes the id of a record ({kinds}).")
    found = ground.type_of(value)
    if found is None:
        raise Invalid(f"No record has the id “{brief(value, 20)}”.")
    if found not in types:
        raise Invalid(f"“{value}” is a {found.replace('_', ' ')}; this takes a {kinds}.")
    return value


class Ref(Kind[str]):
    """One record of the types in `to`."""

    word = "ref"
    needs = ("to",)

    def __init__(self, to: str | Sequence[str], doc: str = "", **marks: Any) -> None:
        super().__init__(doc, **marks)
        self.to = _types(to)

    def holds(self, value: object) -> bool:
        return isinstance(value, str)

    def clean(self, value: object, ground: Ground) -> str | None:
        return _point(value, self.to, ground) if value else None

    def parse(self, text: str, ground: Ground) -> str | None:
        return _find(text, self.to, ground) if text.strip() else None

    def show(self, value: str, ground: Ground) -> str:
        return ground.label(value)

    def write(self, value: str, ground: Ground) -> str:
        return value

    def points(self, value: object) -> Sequence[str]:
        return (value,) if isinstance(value, str) else ()


class Refs(Kind[list[str]]):
    """Records of the types in `to`, each once, in the order they were chosen."""

    word = "refs"
    needs = ("to",)

    def __init__(self, to: str | Sequence[str], doc: str = "", **marks: Any) -> None:
        super().__init__(doc, **marks)
        self.to = _types(to)

    def holds(self, value: object) -> bool:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)

    def clean(self, value: Any, ground: Ground) -> list[str] | None:
        if not isinstance(value, list):
            raise Invalid("This takes a list of ids.")
        return list(dict.fromkeys(_point(one, self.to, ground) for one in value)) or None

    def parse(self, text: str, ground: Ground) -> list[str] | None:
        parts = filter(str.strip, re.split(r"[;\n]", text))
        return list(dict.fromkeys(_find(part, self.to, ground) for part in parts)) or None

    def show(self, value: list[str], ground: Ground) -> str:
        return "; ".join(ground.label(one) for one in value)

    def write(self, value: list[str], ground: Ground) -> str:
        return "; ".join(value)

    def points(self, value: object) -> Sequence[str]:
        return value if isinstance(value, list) and self.holds(value) else ()


class Who(Kind[list[str]]):
    """People: ids of stakeholders, or plain names of those who are not in the register."""

    word = "who"
    to = ("stakeholder",)

    def holds(self, value: object) -> bool:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)

    def clean(self, value: Any, ground: Ground) -> list[str] | None:
        if not self.holds(value):
            raise Invalid("This takes a list of names.")
        people = [self._one(one, ground) for one in value]
        return list(dict.fromkeys(filter(None, people))) or None

    def _one(self, value: str, ground: Ground) -> str:
        if RECORD_ID.fullmatch(value) and ground.type_of(value) == "stakeholder":
            return value
        name = " ".join(tidy(value).split())
        if len(name) > LINE_LIMIT:
            raise Invalid(f"A name holds {LINE_LIMIT} characters; this one has {len(name):,}.")
        return name

    def parse(self, text: str, ground: Ground) -> list[str] | None:
        names = [part.strip() for part in re.split(r"[;\n]", text)]
        known = {name: ground.named(self.to, name) for name in names if name}
        return self.clean([ids[0] if len(ids) == 1 else n for n, ids in known.items()], ground)

    def show(self, value: list[str], ground: Ground) -> str:
        return "; ".join(ground.label(one) if RECORD_ID.fullmatch(one) else one for one in value)

    def write(self, value: list[str], ground: Ground) -> str:
        return "; ".join(value)

    def points(self, value: object) -> Sequence[str]:
        if not isinstance(value, list):
            return ()
        return [one for one in value if isinstance(one, str) and RECORD_ID.fullmatch(one)]


class Links(Kind[list[dict[str, str]]]):
    """What an item leads to: a list of {item, rationale}, each item once."""

    word = "links"
    needs = ("to",)

    def __init__(self, to: str | Sequence[str], doc: str = "", **marks: Any) -> None:
        super().__init__(doc, **marks)
        self.to = _types(to)

    def holds(self, value: object) -> bool:
        return isinstance(value, list) and all(
            isinstance(one, dict)
            and isinstance(one.get("item"), str)
            and isinstance(one.get("rationale", ""), str)
            for one in value
        )

    def clean(self, value: Any, ground: Ground) -> list[dict[str, str]] | None:
        if not self.holds(value):
            raise Invalid("This takes a list of items, each with a reason.")
        links: dict[str, dict[str, str]] = {}
        for one in value:
            reason = " ".join(tidy(one.get("rationale", "")).split())
            item = _point(one["item"], self.to, ground)
            links[item] = {"item": item} | ({"rationale": reason} if reason else {})
        return list(links.values()) or None

    def parse(self, text: str, ground: Ground) -> list[dict[str, str]] | None:
        """`item: because …`, one a line; the reason may be left out."""
        links = []
        for part in filter(str.strip, re.split(r"[;\n]", text)):
            name, _, reason = part.partition(":")
            links.append({"item": _find(name, self.to, ground), "rationale": reason.strip()})
        return self.clean(links, ground)

    def show(self, value: list[dict[str, str]], ground: Ground) -> str:
        return "; ".join(
            ground.label(one["item"]) + (f" ({one['rationale']})" if one.get("rationale") else "")
            for one in value
        )

    def write(self, value: list[dict[str, str]], ground: Ground) -> str:
        return "\n".join(f"{one['item']}: {one.get('rationale', '')}".strip(": ") for one in value)

    def points(self, value: object) -> Sequence[str]:
        return (
            [one["item"] for one in value] if isinstance(value, list) and self.holds(value) else ()
        )
