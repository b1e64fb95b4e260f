"""The theory of change as a sentence for each priority, drawn up from what the plan holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from workbook.curriculum.model import DRAWN
from workbook.reasoning.causes import Tree, trees
from workbook.records.actions import Assumption, LogicItem, StrategicAction, VisionDraft
from workbook.records.data import Priority

if TYPE_CHECKING:
    from workbook.reading import Reading

R = TypeVar("R")
TEXT = "actions.theory"
"""The question that the team answers with its theory of change."""
BASIS = f"{DRAWN}{TEXT}"
"""What that answer was drawn up from, one part a line."""
_LATEST = ("long", "medium", "short")


@dataclass(frozen=True, slots=True)
class Chain:
    """One priority's line: what holds it, what is done, what shifts, what comes of it. Each as
    the ids of records, conditions as ids of the list of the six. assumptions: those on which one
    of its parts rests."""

    priority: str
    causes: tuple[str, ...]
    actions: tuple[str, ...]
    conditions: tuple[str, ...]
    outcomes: tuple[str, ...]
    assumptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Theory:
    """chains: one for each priority. vision: the draft that is chosen, "" for none. assumptions:
    what is taken for granted. All as ids."""

    chains: tuple[Chain, ...]
    vision: str
    assumptions: tuple[str, ...]


def theory(plan: Reading) -> Theory:
    """What a theory of change can be drawn up from."""
    whys = {one.priority: one for one in trees(plan) if one.priority}
    chains = (_chain(plan, one.id, whys[one.id]) for one in plan.records(Priority))
    chosen = (one.id for one in plan.records(VisionDraft) if one.chosen and one.text)
    taken = (one.id for one in plan.records(Assumption) if one.text)
    return Theory(
        tuple(one for one in chains if one.causes or one.actions),
        next(chosen, ""),
        tuple(taken),
    )


def _chain(plan: Reading, priority: str, tree: Tree) -> Chain:
    within = {one.cause.id for one in tree.whys}
    actions = [
        one
        for one in plan.records(StrategicAction)
        if one.title and (one.priority == priority or within & set(one.causes or ()))
    ]
    shifted = {condition for one in actions for condition in one.conditions or ()}
    named = plan.options("six-conditions")
    return Chain(
        priority,
        tuple(one.cause.id for one in tree.whys if not one.depth and one.cause.because),
        tuple(one.id for one in actions),
        tuple(one for one in named if one in shifted),
        _outcomes(plan, {one.id for one in actions}),
        _assumed(plan, {priority, *within, *(one.id for one in actions)}),
    )


def _assumed(plan: Reading, parts: set[str]) -> tuple[str, ...]:
    """What must be true for these, or for the logic model of these actions."""
    items = {one.id for one in plan.records(LogicItem) if one.action in parts}
    about = parts | items
    return tuple(one.id for one in plan.records(Assumption) if one.text and one.about in about)


def _outcomes(plan: Reading, actions: set[str]) -> tuple[str, ...]:
    """The latest outcomes of these actions: the long ones, where there are none the medium ones,
    else the short ones."""
    items = [one for one in plan.records(LogicItem) if one.action in actions and one.text]
    for column in _LATEST:
        if found := [one.id for one in items if one.column == column]:
            return tuple(found)
    return ()


def drawn_up(plan: Reading, found: Theory) -> str:
    """The theory as text: a sentence for each priority, one for the vision, one for what is
    assumed; "" where there is nothing to say. What is missing is left out of its sentence."""
    lines = [_sentence(plan, one) for one in found.chains]
    if vision := _texts(plan, [found.vision], "text"):
        lines.append(_said(plan, "vision", vision=_trimmed(vision[0])))
    if assumed := _texts(plan, found.assumptions, "text"):
        lines.append(_said(plan, "assume", assumptions="; ".join(map(_trimmed, assumed))))
    return "\n\n".join(filter(None, lines))


def _sentence(plan: Reading, chain: Chain) -> str:
    """“Because …, if we carry out …, then … will shift, so that …”, of what there is of it."""
    causes = map(_trimmed, _texts(plan, chain.causes, "because"))
    because = _listed(plan, [_said(plan, "because", cause=one) for one in causes])
    titles = _listed(plan, [f"“{_trimmed(one)}”" for one in _texts(plan, chain.actions, "title")])
    names = plan.options("six-conditions")
    shifts = _listed(plan, [names[one].name.lower() for one in chain.conditions])
    outcomes = "; ".join(map(_trimmed, _texts(plan, chain.outcomes, "text")))
    parts = [
        because,
        _said(plan, "if" if because else "if_first", actions=titles) if titles else "",
        _said(plan, "then", conditions=shifts) if titles and shifts else "",
        _said(plan, "so_that", outcomes=outcomes) if titles and outcomes else "",
    ]
    text = ", ".join(filter(None, parts))
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _texts(plan: Reading, ids: Iterable[str], field: str) -> list[str]:
    records = (plan.record(one) for one in ids if one)
    return [str(plan.value(one, field) or "") for one in records if one]


def _trimmed(text: str) -> str:
    """A text as a part of a sentence: on one line, without the period at its end."""
    return " ".join(text.split()).rstrip(".;, ")


def _listed(plan: Reading, items: Sequence[str]) -> str:
    """“a”, “a and b”, “a, b, and c”."""
    word = plan.curriculum.map_words["and"]
    if len(items) < 3:
        return f" {word} ".join(items)
    return f"{', '.join(items[:-1])}, {word} {items[-1]}"


def _said(plan: Reading, key: str, **values: str) -> str:
    text = plan.curriculum.map_words[key]
    (name, value) = next(iter(values.items()))
    return text.replace(f"{{{name}}}", value)


def basis(plan: Reading, found: Theory) -> list[str]:
    """The parts that a text is drawn up from, each as a line that a person can read."""
    names = plan.options("six-conditions")
    ids = [
        *(id for one in found.chains for id in (*one.causes, *one.actions, *one.outcomes)),
        *([found.vision] if found.vision else []),
        *found.assumptions,
    ]
    shifts = [names[id].name for one in found.chains for id in one.conditions]
    return list(dict.fromkeys([*(_trimmed(plan.label(one)) for one in ids), *shifts]))


@dataclass(frozen=True, slots=True)
class Since:
    """What changed under a text since it was drawn up."""

    added: tuple[str, ...]
    gone: tuple[str, ...]


def since(plan: Reading) -> Since | None:
    """What changed since the team's theory was drawn up; None where it was not, or where nothing
    stands there any more."""
    before, text = plan.answer(BASIS), plan.answer(TEXT)
    if not isinstance(before, list) or not text:
        return None
    now = basis(plan, theory(plan))
    return Since(
        tuple(one for one in now if one not in before),
        tuple(one for one in before if one not in now),
    )
