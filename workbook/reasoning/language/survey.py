"""What in a plan its writers may want to look at again, and what they keep with a reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from workbook.curriculum.language import Advice, Sought
from workbook.curriculum.model import ASIDE, KEPT, keeping
from workbook.kinds import Line, Lines, Long
from workbook.reasoning.language.advice import Words, advise
from workbook.reasoning.language.turns import TURNS
from workbook.reasoning.places import Held, Places
from workbook.records import Row

if TYPE_CHECKING:
    from workbook.curriculum import Curriculum
    from workbook.reading import Reading

IN_A_LINE = ("people-at-fault", "yardstick")
"""Turns that are looked for in a line too, which need not be a sentence."""
OWN = "embarking.own-words"
"""The question that the team answers with words of its own: kept, or to be avoided."""


@dataclass(frozen=True, slots=True)
class Advised:
    """One piece of advice and where it belongs.

    id, field: the answer or the record; field is "" for an answer. name: what people call the
    place. text: all that stands there; start, end: the piece of it, in characters. kept: why the
    team keeps it, "" where it does not. step: where it is written, "" where no step shows it.
    """

    id: str
    field: str
    name: str
    text: str
    start: int
    end: int
    advice: Advice
    step: str
    kept: str = ""

    @property
    def piece(self) -> str:
        """The words that it is about."""
        return self.text[self.start : self.end]

    @property
    def place(self) -> str:
        """Where it stands, as the command line names it: ID, or ID.FIELD of a record."""
        return f"{self.id}.{self.field}" if self.field else self.id

    @property
    def reason_id(self) -> str:
        """The id of the answer that says why the team keeps it here."""
        return keeping(self.advice.id, self.place)


@dataclass(frozen=True, slots=True)
class Survey:
    """standing: what is to be looked at, in the order of the plan; kept: what has its reason."""

    standing: tuple[Advised, ...]
    kept: tuple[Advised, ...]


def words_of(plan: Reading) -> Words:
    """What the texts of a plan are held against: language.toml, and the team's own words."""
    own, kept = [], []
    for row in _own_words(plan):
        word, use, instead, reason = (
            str(plan.value(row, one) or "") for one in ("word", "use", "instead", "why")
        )
        if word and use == "keep":
            kept.append(Sought(row.id, (_literal(word),)))
        elif word and use == "avoid":
            advice = Advice(row.id, (_literal(word),), word, "B", reason, instead, "our own words")
            own.append(advice)
    return Words(plan.curriculum.language, tuple(own), (*_names(plan.curriculum), *kept))


def _own_words(plan: Reading) -> Iterable[Row]:
    return (one for one in plan.records(Row) if one.data.get("prompt") == OWN)


def _literal(text: str) -> str:
    """A pattern that finds a text as it is; `expression` reads its blanks and apostrophes."""
    even = " ".join(text.split()).replace("’", "'")
    return "".join(one if one in " '" else re.escape(one) for one in even)


def _names(curriculum: Curriculum) -> Iterator[Sought]:
    """The names of predictors and metrics, which carry over as they are."""
    parts = ("predictor", "metric")
    names = {one["name"] for part in parts for one in curriculum.framework.get(part, {}).values()}
    yield Sought("framework", _literals(frozenset(names)))


@lru_cache(maxsize=4)
def _literals(names: frozenset[str]) -> tuple[str, ...]:
    """The patterns of names; they are asked for with every text that is written."""
    return tuple(sorted(map(_literal, names)))


def survey(
    plan: Reading, *, words: Words, reasons: Reading | None = None, step: str = ""
) -> Survey:
    """All advice on the texts that a plan holds, in the order of its steps and their questions.
    step: of one step only.

    Somebody's own words, such as a quotation, are left as they are. For what leaves the screens
    give the public view as `plan`, and the plan itself as `reasons`, which holds why something
    is kept.
    """
    steps = {id: number for number, id in enumerate(plan.curriculum.steps)}
    asked = {id: number for number, id in enumerate(plan.curriculum.prompts)}
    texts = (held for held in _texts(plan) if not step or _step(plan, held) == step)
    found = [one for held in texts for one in look(plan, held, words, reasons)]
    found.sort(key=lambda one: (steps.get(one.step, len(steps)), asked.get(one.id, len(asked))))
    return Survey(
        tuple(one for one in found if not one.kept), tuple(one for one in found if one.kept)
    )


def _texts(plan: Reading) -> Iterator[Held]:
    for written in Places(plan).all():
        if written.record is None or written.record.data.get("prompt") != OWN:
            yield from written.values


def look(
    plan: Reading, held: Held, words: Words, reasons: Reading | None = None
) -> Iterator[Advised]:
    """The advice on one value; none where it is no text, or somebody's own words."""
    kind = held.kind
    if not isinstance(kind, Line | Long | Lines) or kind.spoken or not kind.holds(held.value):
        return
    if held.id.startswith((ASIDE, KEPT)):
        return
    text = "\n".join(held.value) if isinstance(kind, Lines) else str(held.value)
    step = _step(plan, held)
    turns = TURNS.keys() if isinstance(kind, Long) else IN_A_LINE
    for met in advise(text, words, turns):
        one = Advised(held.id, held.field, held.name, text, met.start, met.end, met.entry, step)
        yield replace(one, kept=str((reasons or plan).answer(one.reason_id) or ""))


def advice_at(
    plan: Reading, id: str, field: str = "", *, words: Words | None = None
) -> list[Advised]:
    """The advice on what stands at one place, without what the team keeps. words: `words_of` the
    plan, where many places are asked for."""
    held = Held(id, field, plan.raw(id, field), plan.kind(id, field), "")
    return [one for one in look(plan, held, words or words_of(plan)) if not one.kept]


def _step(plan: Reading, held: Held) -> str:
    """The step on which a value is written, "" for none."""
    if not held.field:
        found = plan.curriculum.prompts.get(held.id)
        return plan.curriculum.step_of(held.id).id if found else ""
    record = plan.record(held.id)
    home = plan.curriculum.home(record) if record else None
    return plan.curriculum.step_of(home.id).id if home else ""
