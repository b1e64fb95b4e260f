"""documents.toml: the documents beside the plan, each with its parts and where they come from."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbook.curriculum.spec import Spec

if TYPE_CHECKING:
    from workbook.curriculum.model import Curriculum

MADE = ("actions", "measures", "changes", "found", "doing", "release")
"""What is worked out for a document, by the name that a part asks for it by."""
DATE = "date"
"""The braces that stand for the day of the document."""
KINDS = ("slot", "table", "columns", "answer", "names", "profile", "made")
PUBLIC = "public"
"""The table of map.toml that is the edition for everyone, which is its id as well."""
_BRACES = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Source:
    """Something that a part is made of. kind: of KINDS; id: which one."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document. text: its own words, with names in braces; lead: what is printed
    before what the team wrote; minimum: whether an edition without it is a draft."""

    id: str
    title: str
    text: str
    lead: str
    sources: tuple[Source, ...]
    minimum: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """What stands in braces: the answer of a prompt, and what is printed while there is none."""

    answer: str
    text: str


@dataclass(frozen=True, slots=True)
class Companion:
    """A document beside the plan, or the edition for everyone. public: whether nobody is named in
    it."""

    id: str
    name: str
    title: str
    untitled: str
    public: bool
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Companions:
    """All documents by id, the blanks that their texts may have, and the edition for everyone."""

    documents: Mapping[str, Companion] = field(default_factory=dict)
    blanks: Mapping[str, Blank] = field(default_factory=dict)
    edition: Companion | None = None

    @property
    def everyone(self) -> Companion:
        """The edition for everyone, which content that was read has."""
        assert self.edition
        return self.edition


def read(spec: Spec, edition: Spec, curriculum: Curriculum) -> Companions:
    """The documents, and the edition for everyone. Raises ContentError for what does not hold
    together, what is not in the curriculum, and what is private."""
    reader = _Reader(curriculum)
    under = spec.sub("blanks") or spec.refuse("[blanks] is missing")
    blanks = {name: reader.blank(under.sub(name) or under.refuse(name)) for name in under.data}
    under.done()
    reader.blanks = {*blanks, DATE}
    documents = [reader.document(one) for one in spec.each("document")]
    spec.done()
    public = reader.edition(edition)
    return Companions({one.id: one for one in documents}, blanks, public)


class _Reader:
    """Reads documents against a curriculum."""

    def __init__(self, curriculum: Curriculum) -> None:
        self.curriculum = curriculum
        self.blanks: set[str] = set()
        self.seen: set[str] = set()
        known: Mapping[str, Callable[[str], bool]] = {
            "slot": {part.id for one in curriculum.sections for part in one.parts}.__contains__,
            "table": self._open_table, "columns": self._open_table, "names": self._open_table,
            "answer": self._open_answer,
            "profile": curriculum.assessments.__contains__, "made": MADE.__contains__,
        }  # fmt: skip
        self.known = known

    def blank(self, spec: Spec) -> Blank:
        found = Blank(spec.need("answer"), spec.need("blank"))
        if not self._open_answer(found.answer):
            spec.refuse(f"no question that may be printed has the id `{found.answer}`")
        spec.done()
        return found

    def document(self, spec: Spec) -> Companion:
        id, name, public = self._once(spec), spec.need("name"), spec.get("public", False)
        return self._whole(spec, id, name, public=public)

    def edition(self, spec: Spec) -> Companion:
        return self._whole(spec, PUBLIC, PUBLIC, public=True)

    def _whole(self, spec: Spec, id: str, name: str, *, public: bool) -> Companion:
        title = self._filled(spec, spec.need("title"))
        parts = tuple(self._part(one) for one in spec.each("part"))
        found = Companion(id, name, title, spec.need("untitled"), public, parts)
        titles = [one.title for one in found.parts if one.title]
        if len(titles) != len(set(titles)):
            spec.refuse("two parts have the same title")
        spec.done()
        return found

    def _part(self, spec: Spec) -> Part:
        id, title = self._once(spec), spec.get("title", "")
        text, lead = (self._filled(spec, spec.get(one, "").strip()) for one in ("text", "lead"))
        sources = tuple(self._source(spec, one) for one in spec.texts("from"))
        minimum = spec.get("minimum", False)
        if not text and not sources:
            spec.refuse("has neither `text` nor `from`")
        spec.done()
        return Part(id, title, text, lead, sources, minimum)

    def _source(self, spec: Spec, written: str) -> Source:
        kind, _, id = written.partition(" ")
        if kind not in KINDS:
            spec.refuse(f"`{written}` begins with none of {', '.join(KINDS)}")
        if not self.known[kind](id):
            spec.refuse(f"`{written}`: there is no such {kind} that may be printed")
        return Source(kind, id)

    def _open_table(self, id: str) -> bool:
        table = self.curriculum.tables.get(id)
        return bool(table and not table.private)

    def _open_answer(self, id: str) -> bool:
        prompt = self.curriculum.prompts.get(id)
        return bool(prompt and not prompt.private and not prompt.kind.private)

    def _filled(self, spec: Spec, text: str) -> str:
        for name in _BRACES.findall(text):
            if name not in self.blanks:
                spec.refuse(f"[blanks] has no `{name}`")
        return text

    def _once(self, spec: Spec) -> str:
        id = spec.need("id")
        if id in self.seen:
            spec.refuse(f"`{id}` is there twice")
        self.seen.add(id)
        return id
