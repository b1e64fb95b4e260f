"""What a check is, what it yields, and what is found by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from workbook.curriculum.model import aside
from workbook.reasoning.gravity import GRAVITY, Severity

if TYPE_CHECKING:
    from workbook.reasoning.checks.ground import Ground
    from workbook.reasoning.places import Written

_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a check found.

    id: what it is about: a record, an answer, or a step where it is about the whole table.
    field: the field or "". step: where it is mended, "" where no step shows it. mend: what to do
    about it. reason_id: the answer that says why it is set aside. aside: that reason, "" where it
    stands.
    """

    code: str
    severity: Severity
    text: str
    id: str
    field: str
    step: str
    mend: str
    reason_id: str
    aside: str = ""
    go: tuple[str, str] | None = None


class Found(NamedTuple):
    """What a check yields: a place, and what its sentence needs beside the place's name.

    words: also "it", where the place is to be called otherwise. go: the record and the field that
    mend it, where these are others.
    """

    id: str
    field: str = ""
    words: Mapping[str, str] = _NONE
    go: tuple[str, str] | None = None


class Each(NamedTuple):
    """A look that needs only one answer or record at a time. beyond: whether it also asks if what
    that points to is there."""

    look: Callable[[Ground, Written], Iterable[Found]]
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """One rule.

    code: kept for ever; people name it in scripts, and where they set it aside. sentence: what
    is said of each place; {it} is the place's name. chapter: "" for all. source: who says so.
    mend: what to do about it. asks: the fields (TYPE.FIELD) that it looks for; where the content
    does not ask one of them, nobody can be told that it is missing. at: the record type whose
    table mends it by another row, "" where the place itself is mended. loose: whether what it is
    said of stands on no line of the trace. by_field: whether it is set aside for one field of a
    record, and not for the record.
    """

    code: str
    severity: Severity
    chapter: str
    sentence: str
    mend: str
    source: str
    look: Callable[[Ground], Iterable[Found]] | Each
    asks: tuple[str, ...] = ()
    at: str = ""
    loose: bool = False
    by_field: bool = False

    def reason_id(self, found: Found) -> str:
        """The id of the answer that says why something found is set aside."""
        place = f"{found.id}.{found.field}" if self.by_field and found.field else found.id
        return aside(self.code, place)

    @property
    def lacks(self) -> str:
        """Its sentence without the name, for where that stands beside it."""
        return self.sentence.removeprefix("{it}").removeprefix(":").strip()


def told(found: Sequence[Finding]) -> str:
    """How many there are of each severity, in words: 1 error, 3 warnings; "" for none."""
    counts = Counter(one.severity for one in found)
    gravest_first = ((word, counts[word]) for word in reversed(GRAVITY))
    return ", ".join(f"{n} {word if n == 1 else word + 's'}" for word, n in gravest_first if n)
