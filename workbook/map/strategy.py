"""What the drawings of chapter 5 say, as the plan prints it: each priority's line from causes to
outcomes, the actions on their criteria, and their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbook.map import drawn, priorities
from workbook.map.outline import Blocks, Fact, Facts, Figure, Paragraph, Text
from workbook.map.rows import captioned, tabled
from workbook.map.showing import Showing, listed
from workbook.plan import Plan
from workbook.reasoning.sequence import Turn, sequence
from workbook.reasoning.theory import Chain, theory
from workbook.reasoning.weighing import ACTIONS, Scale, scale


def chains(showing: Showing, plan: Plan) -> Blocks:
    """For each priority what holds it, what is done, what that shifts, and what comes of it."""
    found = theory(showing.view).chains
    blocks = tuple(block for at, one in enumerate(found, 1) for block in _chain(showing, one, at))
    return captioned(showing.words("chains"), blocks)


def _chain(showing: Showing, one: Chain, place: int) -> Iterator[Figure | Facts]:
    named = showing.view.options("six-conditions")
    parts = {
        "chain_causes": [showing.label(id) for id in one.causes],
        "chain_actions": [showing.label(id) for id in one.actions],
        "chain_shifts": [named[id].name for id in one.conditions],
        "chain_outcomes": [showing.label(id) for id in one.outcomes],
    }
    said = [
        (showing.words(word), texts)
        for word, labels in parts.items()
        if (texts := list(filter(None, labels)))
    ]
    facts = tuple(Fact(name, (Paragraph((Text(listed(texts)),)),)) for name, texts in said)
    if facts:
        yield drawn.chain(place, showing.label(one.priority), said)
        yield Facts((Text(showing.label(one.priority)),), facts, short=False)


def order(showing: Showing, plan: Plan) -> Blocks:
    """The actions on the team's weighted criteria, and what each waits for."""
    found = scale(showing.view, ACTIONS)
    return (*_criteria(showing, found), *_turns(showing, plan))


def _criteria(showing: Showing, found: Scale) -> Blocks:
    if not found.weighed or len(found.items) < 2:
        return ()
    options, words = showing.view.options(ACTIONS.criteria), showing.words
    rows = [
        [options[one].name, priorities.written(weight), _scores(showing, found, one)]
        for one, weight in found.weights.items()
    ]
    heads = [words("criterion"), words("weight"), words("scores")]
    told = Paragraph((Text(" ".join(priorities.told(showing.view, found))),))
    return (told, *tabled(words("on_criteria"), heads, rows))


def _scores(showing: Showing, found: Scale, criterion: str) -> str:
    """What each action has there, by its code where it has one: A5 4, A3 5."""
    return ", ".join(f"{_code(showing, one.id)} {one.scores[criterion]}" for one in found.items)


def _code(showing: Showing, id: str) -> str:
    record = showing.view.record(id)
    return (showing.text(record, "code") if record else "") or showing.label(id)


def _turns(showing: Showing, plan: Plan) -> Blocks:
    """What can start, and what waits; () where nothing waits for anything."""
    found, words = sequence(showing.view), showing.words
    if not any(one.waits or one.circle for one in found):
        return ()
    heads = [words("turn"), words("action"), words("waits"), words("opens")]
    return tabled(words("in_order"), heads, [_turn(showing, one) for one in found])


def _turn(showing: Showing, one: Turn) -> list[str]:
    def labels(ids: Iterable[str]) -> str:
        return listed([text for id in ids if (text := showing.label(id))])

    circle = showing.words("in_circle") if one.circle else ""
    return [str(one.place or circle), showing.label(one.id), labels(one.waits), labels(one.opens)]
