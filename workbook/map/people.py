"""Who is named in a document: those who agreed to it, and nobody else (plan-model.md)."""

from __future__ import annotations

from typing import Any

from workbook.kinds import Kind, Who
from workbook.kinds.pointing import RECORD_ID
from workbook.reading import Reading
from workbook.reasoning.persons import key
from workbook.records import Record
from workbook.records.coalition import Stakeholder
from workbook.records.embarking import Signatory


class People:
    """The register, asked who may be named.

    not_named: what stands in place of a name that the register does not hold. names: whether
    anybody is named at all.
    """

    def __init__(self, plan: Reading, not_named: str, *, names: bool = True) -> None:
        self.not_named, self.names = not_named, names
        self._known: dict[str, list[Stakeholder]] = {}
        self._bodies: set[str] = set()
        for one in plan.records(Stakeholder):
            self._known.setdefault(key(one.name), []).append(one)
            self._bodies |= {key(one.organisation), key(one.role)}

    def closed(self, record: Record) -> tuple[str, ...]:
        """The fields of a record that hold a name which is not to be seen."""
        if isinstance(record, Stakeholder):
            return () if self.names and record.may_be_named else ("name",)
        return ("name",) if isinstance(record, Signatory) and not self.names else ()

    def shown(self, kind: Kind[Any], value: Any) -> tuple[Any, bool]:
        """A value as it may be seen, and whether it lost a name. Only plain names change."""
        if not isinstance(kind, Who):
            return value, False
        people = [self._person(one) for one in value]
        return list(dict.fromkeys(people)), self.not_named in people

    def _person(self, given: str) -> str:
        """A person of the register by id, an organization or a role as written."""
        if RECORD_ID.fullmatch(given):
            return given
        known = self._known.get(key(given), []) if key(given) else []
        if len(known) == 1:
            return known[0].id
        return given if not known and key(given) in self._bodies else self.not_named
