"""Chapters, steps, prompts and tables from their TOML, each checked as it is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from workbook.curriculum.keys import Keys
from workbook.curriculum.model import (
    AGREED,
    ASIDE,
    DRAWN,
    KEPT,
    Case,
    Chapter,
    Field,
    Mistake,
    Prompt,
    Reading,
    Step,
    Table,
    Word,
)  # fmt: skip
from workbook.curriculum.spec import Spec
from workbook.kinds import ASKABLE, Kind, Option, Rows, Scale
from workbook.records import TYPES, Record

K = TypeVar("K")

PROMPTS_A_STEP = 8
"""The most that one screen can ask (plan-model.md)."""


class Builder:
    """Builds chapters against the lists, words, readings and slots that they may name."""

    def __init__(
        self,
        lists: Mapping[str, Mapping[str, Option]],
        words: Mapping[str, Word],
        readings: Mapping[str, Reading],
        principles: Mapping[str, Word],
        slots: set[str],
    ) -> None:
        self.lists, self.words, self.readings = lists, words, readings
        self.principles, self.slots, self.keys = principles, slots, Keys(lists)
        self.seen: dict[str, str] = {}

    def chapter(self, spec: Spec) -> Chapter:
        """One chapter file. Raises ContentError."""
        id = self._once(spec, spec.need("id"))
        spec.place = f"chapter {id}"
        principle = spec.get("principle", "")
        if principle and principle not in self.principles:
            spec.refuse(f"no principle of glossary.toml is called `{principle}`")
        chapter = Chapter(
            id=id, number=spec.get("number", 0), name=spec.need("name"), short=spec.need("short"),
            title=spec.need("title"), purpose=spec.need("purpose").strip(), principle=principle,
            principle_line=spec.get("principle_line", "").strip(),
            steps=tuple(self.step(one, id) for one in spec.each("step")),
        )  # fmt: skip
        spec.done()
        if not chapter.steps:
            spec.refuse("has no [[step]]")
        return chapter

    def step(self, spec: Spec, chapter: str) -> Step:
        """One step with all that stands on it."""
        id = self._once(spec, spec.need("id"))
        if "." in id:
            spec.refuse("a step's id has no dot; that marks a prompt")
        table = spec.sub("table")
        step = Step(
            id=id, name=spec.need("name"), title=spec.need("title"), why=spec.need("why").strip(),
            guide=spec.need("guide").strip(), good=spec.get("good", "").strip(),
            questions=spec.texts("questions"),
            read=self._all_known(spec, self.readings, "read", "reading"),
            words=self._all_known(spec, self.words, "words", "term"),
            mistakes=tuple(self._mistake(one) for one in spec.each("mistake")),
            cases=tuple(self._case(one) for one in spec.each("case")),
            prompts=tuple(self.prompt(one) for one in spec.each("prompt")),
            table=self.table(table, id) if table else None, chapter=chapter,
        )  # fmt: skip
        spec.done()
        if len(step.prompts) > PROMPTS_A_STEP:
            spec.refuse(f"asks {len(step.prompts)} prompts; a screen holds {PROMPTS_A_STEP}")
        return step

    def _mistake(self, spec: Spec) -> Mistake:
        mistake = Mistake(spec.need("text").strip(), spec.need("source"))
        spec.done()
        return mistake

    def _case(self, spec: Spec) -> Case:
        case = Case(
            spec.need("place"), spec.need("year"), spec.need("text").strip(), spec.need("source")
        )
        spec.done()
        return case

    def prompt(self, spec: Spec) -> Prompt:
        """One question; with `kind = "rows"` or `"records"` it has a table of its own."""
        id = self._once(spec, spec.need("id"))
        if "." not in id:
            spec.refuse("a prompt's id has a dot, such as engaging.promises")
        if head := next((one for one in (AGREED, ASIDE, KEPT, DRAWN) if id.startswith(one)), ""):
            spec.refuse(f"no question of ours has an id that begins with {head}")
        word, private = spec.need("kind"), spec.get("private", False)
        tabled = word in ("rows", "records")
        if tabled:
            kind: Kind[Any] = Rows(private=private)
            table = self.table(spec, id, "row" if word == "rows" else "")
            name, ask = table.name, spec.need("ask")
        else:
            spoken = spec.get("spoken", False)
            kind, table = self.kind(spec, word).but(private=private, spoken=spoken), None
            name, ask = spec.need("name"), spec.need("ask")
        prompt = Prompt(
            id=id, kind=kind, name=name, ask=ask, why=spec.get("why", "").strip(),
            hint=spec.get("hint", ""), equity=spec.get("equity", False), private=private,
            enough=bool(table.enough if table else spec.get("enough", False)),
            slot=self._slot(spec), lead=spec.get("lead", ""), lead_no=spec.get("lead_no", ""),
            table=table,
        )  # fmt: skip
        self._check_lead(spec, prompt)
        spec.done()
        return prompt

    def _check_lead(self, spec: Spec, prompt: Prompt) -> None:
        if prompt.slot and not prompt.lead:
            spec.refuse("goes to the MAP and needs a `lead`")
        phrase = not prompt.kind.whole and prompt.kind.word != "yes-no"
        if prompt.slot and phrase and "{value}" not in prompt.lead:
            spec.refuse("`lead` must be a sentence with {value} in it")
        if prompt.slot and prompt.private:
            spec.refuse('a private prompt has `map = ""`')

    def table(self, spec: Spec, id: str, of: str = "") -> Table:
        """A step's main table, or that of a prompt."""
        of = of or spec.need("of")
        if of not in TYPES:
            spec.refuse(f"no record type is called `{of}`")
        record = TYPES[of]
        fields = tuple(self.field(one, record) for one in spec.each("field"))
        names = [one.id for one in fields]
        columns = spec.texts("columns") or tuple(names[:4])
        each = spec.get("each", "")
        where: dict[str, Any] = spec.get("where", {})
        for name in (*columns, *([each] if each else []), *where):
            if name not in names and (name not in where or name not in record.fields):
                spec.refuse(f"`{name}` is not a field of this table")
        for name in names:
            if names.count(name) > 1:
                spec.refuse(f"the field `{name}` is asked twice")
        for name, value in where.items():
            asked = [one.kind for one in fields if one.id == name]
            own = [record.fields[name]] if name in record.fields else []
            self.keys.where(spec, name, [*own, *asked], value)
        if not fields:
            spec.refuse("has no fields, written [[….field]]")
        table = Table(
            id=id, of=of, one=spec.need("one"), many=spec.need("many"), name=spec.need("name"),
            empty=spec.get("empty", "").strip(), fields=fields, columns=columns,
            enough=spec.get("enough", 0), each=each, where=where, slot=self._slot(spec),
            lead=spec.get("lead", ""), private=spec.get("private", False),
        )  # fmt: skip
        if "." not in id:
            spec.done()
        return table

    def field(self, spec: Spec, record: type[Record]) -> Field:
        """One field or column: the record's own, a column of a row, or a team's own `x_…`."""
        own = record.type == "row"
        id = spec.need("id") if own else spec.need("of")
        if own or id.startswith("x_"):
            kind = self.kind(spec, spec.need("kind"))
        elif id in record.fields:
            kind = self._narrowed(spec, record.fields[id])
        else:
            spec.refuse(f"a {record.type} has no field `{id}`; a team's own begins with x_")
        field = Field(
            id, kind, spec.need("name"), spec.need("ask"), spec.get("why", "").strip(),
            spec.get("hint", ""), spec.get("enough", False),
        )  # fmt: skip
        spec.done()
        return field

    def _narrowed(self, spec: Spec, kind: Kind[Any]) -> Kind[Any]:
        narrow = spec.get("list", "")
        if not narrow:
            return kind
        if narrow not in self.lists or not hasattr(kind, "list"):
            spec.refuse(f"no list is called `{narrow}`")
        if isinstance(kind, Scale):
            self.keys.counts(spec, narrow)
        return kind.but(list=narrow)

    def kind(self, spec: Spec, word: str) -> Kind[Any]:
        """The kind that a prompt or column names, with its keys."""
        if word not in ASKABLE or word == "rows":
            spec.refuse(f"the kind `{word}` is not known ({', '.join(ASKABLE)}, records)")
        kind = ASKABLE[word]
        return kind.from_content(self.keys.of_kind(spec, kind))

    def _slot(self, spec: Spec) -> str:
        slot = spec.get("map", "")
        if slot and slot not in self.slots:
            spec.refuse(f"map.toml has no slot `{slot}`")
        return slot

    def _all_known(self, spec: Spec, known: Mapping[str, K], key: str, what: str) -> tuple[K, ...]:
        """The entries of another file that a list of ids names."""
        for id in spec.texts(key):
            if id not in known:
                spec.refuse(f"no {what} is called `{id}`")
        return tuple(known[id] for id in spec.texts(key))

    def _once(self, spec: Spec, id: str) -> str:
        place = f"{spec.file}, {spec.place}"
        if id in self.seen:
            spec.refuse(f"the id `{id}` is used already in {self.seen[id]}")
        self.seen[id] = place
        return id
