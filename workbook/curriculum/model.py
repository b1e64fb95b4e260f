"""What `content/` says, as objects: chapters, steps, prompts, tables, lists, the MAP's slots."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from workbook.curriculum.companions import Companions
from workbook.curriculum.countdown import Countdown
from workbook.curriculum.flavors import Flavor
from workbook.curriculum.language import Language
from workbook.curriculum.tour import Stop
from workbook.kinds import Date, Kind, Line, Lines, Option, Scale
from workbook.records import TYPES, Record


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a table as it is asked; `kind` is the record's own, perhaps narrowed."""

    id: str
    kind: Kind[Any]
    name: str
    ask: str
    why: str = ""
    hint: str = ""
    enough: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table that is filled on a step: rows of a record type, or a prompt's own rows.

    id: the step's id for its main table, else the prompt's. each: the field whose every
    possible target needs a row here. where: values that every row has.
    """

    id: str
    of: str
    one: str
    many: str
    name: str
    empty: str
    fields: tuple[Field, ...]
    columns: tuple[str, ...]
    enough: int = 0
    each: str = ""
    where: Mapping[str, Any] = field(default_factory=dict)
    slot: str = ""
    lead: str = ""
    private: bool = False

    def field(self, id: str) -> Field | None:
        """The field with this id, if it is asked here."""
        return next((one for one in self.fields if one.id == id), None)

    @property
    def needed(self) -> list[Field]:
        """The fields without which a row does not count."""
        return [one for one in self.fields if one.enough]


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question. Its answer is kept under its id; one with a table is answered in rows."""

    id: str
    kind: Kind[Any]
    name: str
    ask: str
    why: str = ""
    hint: str = ""
    equity: bool = False
    private: bool = False
    enough: bool = False
    slot: str = ""
    lead: str = ""
    lead_no: str = ""
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Mistake:
    """What goes wrong on a step, and who says so."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Case:
    """What a real place did: public facts with their source."""

    place: str
    year: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Something to read, and what for."""

    id: str
    title: str
    publisher: str
    year: str
    what_for: str


@dataclass(frozen=True, slots=True)
class Word:
    """A term of the field in plain words; or one of the six principles. explain: patterns of it in
    a text for everyone, which has to explain it; none for a word of every day."""

    id: str
    word: str
    meaning: str
    explain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One screen: a guide, up to eight prompts, at most one main table."""

    id: str
    name: str
    title: str
    why: str
    guide: str
    good: str
    questions: tuple[str, ...]
    read: tuple[Reading, ...]
    words: tuple[Word, ...]
    mistakes: tuple[Mistake, ...]
    cases: tuple[Case, ...]
    prompts: tuple[Prompt, ...]
    table: Table | None
    chapter: str

    @property
    def tables(self) -> list[Table]:
        """The main table and those of its prompts."""
        own = [prompt.table for prompt in self.prompts if prompt.table]
        return [self.table, *own] if self.table else own


@dataclass(frozen=True, slots=True)
class Chapter:
    """One of the chapters of the planning process."""

    id: str
    number: int
    name: str
    short: str
    title: str
    purpose: str
    principle: str
    principle_line: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing that is rated. here: what level 3 looks like. necessary: the kind of commitment
    without which chapter 1 of the toolkit sees no full process, "" for none."""

    id: str
    name: str
    ask: str
    here: str
    necessary: str = ""


@dataclass(frozen=True, slots=True)
class Dimension:
    """A condition of readiness, or a building block, with its indicators."""

    id: str
    name: str
    short: str
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """A set of dimensions that a team rates on one scale."""

    id: str
    name: str
    scale: str
    footer: str
    dimensions: tuple[Dimension, ...]

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All that is rated, in order."""
        return tuple(one for part in self.dimensions for one in part.indicators)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the MAP that answers and tables go to. step: the step that fills it most, where
    the walk does not tell. assessment: the one whose profile stands here, "" for none."""

    id: str
    title: str
    lead: str
    step: str = ""
    assessment: str = ""


@dataclass(frozen=True, slots=True)
class MapSection:
    """A section of the MAP; the four minimum ones make the plan more than a draft."""

    id: str
    title: str
    minimum: bool
    parts: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class TableForm:
    """How the rows of a record type stand in the MAP: table, list or facts.

    stead: for a column that may be empty, the yes-or-no field whose name then stands there.
    """

    of: str
    form: str
    columns: tuple[str, ...]
    title: str = ""
    stead: Mapping[str, str] = field(default_factory=dict)


EDITIONS = ("technical", "public")
"""The editions of the MAP: the whole plan, and one for everyone, with paragraphs of its own."""
WIDEST = 5
"""Columns in a table of the MAP; wider ones break in a word processor (publishing.md, 2.2)."""
AS_OF = "workbook.as-of"
"""The answer that says on which day a plan is to be read: a worked example carries its own."""
AGREED = "agreed."
"""How the ids begin under which a team writes who agreed to a step, and when."""
ASIDE = "aside."
"""How the ids begin under which a team writes why it sets aside what a check found."""
KEPT = "kept."
"""How the ids begin under which a team writes why it keeps a word that it was advised against."""

DRAWN = "drawn."
"""How the ids begin under which the parts are kept that a text was drawn up from."""


def agreed(step_id: str) -> str:
    """The id of the answer that says who agreed to a step, and when."""
    return AGREED + step_id


def _agreement(step_id: str) -> Prompt:
    return Prompt(
        id=agreed(step_id), kind=Line(), name="Agreed", ask="Who agreed to this step, and when?",
        hint="Coalition, May 6, 2026",
    )  # fmt: skip


def aside(code: str, place: str) -> str:
    """The id of the answer that says why what a check finds at a place is set aside."""
    return f"{ASIDE}{code}.{place}"


def keeping(word: str, place: str) -> str:
    """The id of the answer that says why a word or a turn of language.toml is kept at a place."""
    return f"{KEPT}{word}.{place}"


def _reason(id: str) -> Prompt:
    return Prompt(
        id=id, kind=Line(), name="Set aside", ask="Why is this check set aside here?",
        hint="The district pays for it out of its own budget",
    )  # fmt: skip


def _why_kept(id: str) -> Prompt:
    return Prompt(
        id=id, kind=Line(), name="Kept", ask="Why is this word kept here?",
        hint="It is the name of the program that they asked for",
    )  # fmt: skip


def _drawn_from(id: str) -> Prompt:
    return Prompt(id=id, kind=Lines(), name="Drawn up from", ask="What was it drawn up from?")


_UNLISTED = {ASIDE: _reason, KEPT: _why_kept, DRAWN: _drawn_from}


def _as_of() -> Prompt:
    return Prompt(id=AS_OF, kind=Date(), name="As of", ask="On which day is this plan read?")


@dataclass(frozen=True)
class Curriculum:
    """Everything that `content/` says."""

    chapters: tuple[Chapter, ...]
    lists: Mapping[str, Mapping[str, Option]]
    assessments: Mapping[str, Assessment]
    framework: Mapping[str, Any]
    words: Mapping[str, Word]
    principles: Mapping[str, Word]
    readings: Mapping[str, Reading]
    sections: tuple[MapSection, ...]
    forms: Mapping[str, TableForm]
    map_words: Mapping[str, str]
    language: Language = field(default_factory=Language)
    companions: Companions = field(default_factory=Companions)
    countdown: Countdown = field(default_factory=Countdown)
    flavors: Mapping[str, Flavor] = field(default_factory=dict)
    tour: tuple[Stop, ...] = ()

    @cached_property
    def steps(self) -> dict[str, Step]:
        """Every step by id, in the order of the walk."""
        return {step.id: step for chapter in self.chapters for step in chapter.steps}

    @cached_property
    def prompts(self) -> dict[str, Prompt]:
        """Every place of an answer by id: the prompts in the order of the walk, then what no
        screen asks as a question: for each step who agreed to it and when; the plan's own day."""
        asked = {one.id: one for step in self.steps.values() for one in step.prompts}
        return asked | {agreed(id): _agreement(id) for id in self.steps} | {AS_OF: _as_of()}

    def prompt(self, id: str) -> Prompt | None:
        """What an answer's id asks. Of each check and place there is one that says why it is
        set aside, of each word and place one that says why it is kept, and of each text one that
        says what it was drawn up from; these are as many as there are records, and stand in no
        list."""
        if found := self.prompts.get(id):
            return found
        head, _, rest = id.partition(".")
        what, _, place = rest.partition(".")
        make = _UNLISTED.get(f"{head}.")
        return make(id) if make and what and place else None

    @cached_property
    def _rated(self) -> dict[str, Assessment]:
        """The assessment of every dimension and indicator, by its id."""
        all_ = self.assessments.values()
        dimensions = {part.id: one for one in all_ for part in one.dimensions}
        return dimensions | {item.id: one for one in all_ for item in one.indicators}

    def assessment_of(self, id: str) -> Assessment | None:
        """The assessment that a dimension or an indicator belongs to, if it is in the content."""
        return self._rated.get(id)

    def rating_step(self, assessment_id: str) -> Step | None:
        """The step on which an assessment is rated: the one that lists its rounds."""
        found = (
            self.step_of(one.id)
            for one in self.tables_of("round")
            if one.where.get("assessment") == assessment_id
        )
        return next(found, None)

    @cached_property
    def tables(self) -> dict[str, Table]:
        """Every table by id: a step's id, or a prompt's."""
        return {one.id: one for step in self.steps.values() for one in step.tables}

    def chapter_of(self, step: Step) -> Chapter:
        """The chapter that a step stands in."""
        return next(one for one in self.chapters if one.id == step.chapter)

    def step_of(self, id: str) -> Step:
        """The step of a prompt or of a table. Raises KeyError."""
        return self._homes[id]

    @cached_property
    def _homes(self) -> dict[str, Step]:
        homes = dict(self.steps) | {AS_OF: self.chapters[0].steps[0]}
        for step in self.steps.values():
            homes |= {agreed(step.id): step} | {prompt.id: step for prompt in step.prompts}
        return homes

    def tables_of(self, type: str) -> Iterator[Table]:
        """The tables that hold a record type."""
        return iter(self._by_type.get(type, ()))

    @cached_property
    def _by_type(self) -> dict[str, list[Table]]:
        found: dict[str, list[Table]] = {}
        for one in self.tables.values():
            found.setdefault(one.of, []).append(one)
        return found

    def home(self, record: Record) -> Table | None:
        """The table that shows a record, if one does; of several the one that asks most of it."""
        if record.type == "row":
            asked = self.tables.get(str(record.data.get("prompt")))
            return asked if asked and asked.of == "row" else None
        found = [one for one in self.tables_of(record.type) if self.shows(one, record)]
        return max(found, key=lambda one: len(one.where), default=None)

    def shows(self, table: Table, record: Record) -> bool:
        """Whether a record belongs to a table: by its fixed values and its narrowed lists."""
        if table.of != record.type:
            return False
        if table.of == "row":
            return bool(record.data.get("prompt") == table.id)
        if any(record.data.get(key, value) != value for key, value in table.where.items()):
            return False
        for name, chosen in self._narrowed[table.id]:
            value = record.data.get(name)
            if isinstance(value, str) and value not in chosen:
                return False
        return True

    @cached_property
    def _narrowed(self) -> dict[str, list[tuple[str, Mapping[str, Option]]]]:
        """For each table of records the fields that choose from a narrower list than others of
        their type do, with that list."""
        return {id: list(self._narrow(one)) for id, one in self.tables.items() if one.of in TYPES}

    def _narrow(self, table: Table) -> Iterator[tuple[str, Mapping[str, Option]]]:
        for one in table.fields:
            wide, narrow = TYPES[table.of].fields.get(one.id), getattr(one.kind, "list", None)
            if not narrow or wide is None or isinstance(one.kind, Scale):
                continue
            if narrow != getattr(wide, "list", None):
                yield one.id, self.lists[narrow]
