"""The rows of a table as they stand in the plan: a table, a list, or facts of each row.

Which form a record type takes, and which five columns, is said in map.toml. What no column shows
follows as facts of the row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbook.curriculum import WIDEST, Table, TableForm
from workbook.kinds import Long
from workbook.map import arranging, outline
from workbook.map.outline import (
    Block,
    Blocks,
    Fact,
    Facts,
    Inlines,
    List,
    Paragraph,
    Quote,
    Strong,
    Text,
    words,
)  # fmt: skip
from workbook.map.showing import Showing
from workbook.records import Record

SHORT = 240
"""Characters up to which the facts of a row read as one paragraph."""
MANY = 3
"""Rows from which what all of them say is told once."""
_QUOTED = ("vision_draft",)
"""Record types whose text stands as somebody's own words."""


def stand(showing: Showing, table: Table, title: str = "") -> Blocks:
    """A table's rows as blocks, () where none belongs in a plan. title: what stands over them."""
    found = arranging.rows(showing, table)
    return tuple(_grouped(showing, table, _form(showing, table), found, title)) if found else ()


def captioned(title: str, blocks: Blocks) -> Blocks:
    """Blocks under a line of their own, where both are there."""
    return (Paragraph((Strong((Text(title),)),)), *blocks) if title and blocks else blocks


def tabled(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Blocks:
    """Rows that were worked out, as a table under its title, without the columns in which nothing
    stands; () where fewer than two are left."""
    kept = [at for at in range(len(heads)) if any(row[at] for row in rows)]

    def line(cells: Sequence[str]) -> tuple[Inlines, ...]:
        return tuple((Text(cells[at]),) if cells[at] else () for at in kept)

    if len(kept) < 2:
        return ()
    return captioned(title, (outline.Table(line(heads), tuple(map(line, rows))),))


def _form(showing: Showing, table: Table) -> TableForm:
    """The form of map.toml; without one a table of the first five public fields, and facts for
    rows of the content's own that have more."""
    form = showing.view.curriculum.forms.get(table.of)
    if form:
        return form
    names = tuple(one.id for one in table.fields if not one.kind.private)
    wide = table.of == "row" and len(names) > WIDEST
    return TableForm(table.of, "facts" if wide else "table", names[:WIDEST])


def _grouped(
    showing: Showing, table: Table, form: TableForm, found: list[Record], title: str
) -> Iterator[Block]:
    by = arranging.group_field(table.of)
    groups = arranging.groups(showing, found) if by else [("", found)]
    for owner, rows in groups:
        set_ = RowSet(showing, table, form, rows, by)
        over = f"{set_.called(by)}: {showing.label(owner)}" if owner else title
        yield from captioned(over, set_.blocks())


class RowSet:
    """Rows that stand together in a form. by: the field that their group has said already."""

    def __init__(
        self, showing: Showing, table: Table | None, form: TableForm, rows: Sequence[Record],
        by: str = "",
    ) -> None:  # fmt: skip
        self.showing, self.table, self.form, self.rows = showing, table, form, rows
        self.by = by
        self.filled = [one for one in arranging.fields(showing, table, rows) if one != by]

    def called(self, field: str) -> str:
        """What a field is called where it is asked, else its own name in words."""
        asked = self.table.field(field) if self.table else None
        return asked.name if asked else self.showing.view.field_name(self.rows[0].id, field)

    def blocks(self) -> Blocks:
        """The rows in their form."""
        match self.form.form:
            case "list":
                return tuple(self._list())
            case "facts":
                return tuple(self._facts(self._in_order()))
        return tuple(self._tabled())

    def _in_order(self) -> list[str]:
        """All that is filled, the form's own columns first."""
        first = [one for one in self.form.columns if one in self.filled]
        return [*first, *(one for one in self.filled if one not in first)]

    # A table, with facts for what has no column

    def _columns(self) -> list[str]:
        """The columns that hold something. What a row is called comes first, where there is
        room; what is left gets columns where all of it fits, and one where the group freed one."""
        columns = [one for one in self.form.columns if self._has(one)]
        name = [one for one in self.rows[0].called[:1] if one in self.filled]
        if name and name[0] not in columns and len(columns) < WIDEST:
            columns = [*name, *columns]
        rest = self._rest(columns)
        if len(columns) + len(rest) <= WIDEST and not any(map(self._is_long, rest)):
            return [*columns, *rest]
        freed = int(bool(self.by) and self.by in self.form.columns)
        return [*columns, *rest[:freed]] or rest[:WIDEST]

    def _has(self, column: str) -> bool:
        """Whether a column holds something, be it what stands in for its field."""
        return column != self.by and any(self._cell(row, column) for row in self.rows)

    def _rest(self, columns: Sequence[str]) -> list[str]:
        """What is filled and stands in none of these columns, also not as what stands in."""
        stead = self.form.stead
        told = {*columns, *(stead[one] for one in columns if one in stead)}
        return [one for one in self.filled if one not in told]

    def _is_long(self, field: str) -> bool:
        asked = self.table.field(field) if self.table else None
        return isinstance(asked.kind if asked else self.rows[0].fields.get(field), Long)

    def _tabled(self) -> Iterator[Block]:
        columns = self._columns()
        rest = self._rest(columns)
        if len(columns) > 1:
            header = tuple((Text(self.called(one)),) for one in columns)
            yield outline.Table(header, tuple(self._cells(row, columns) for row in self.rows))
            alike = [one for one in rest if self._is_alike(one)]
            if alike:
                facts = tuple(self._fact(self.rows[0], one) for one in alike)
                named = (Text(self.showing.words("alike")),)
                yield Facts(named, facts, short=_is_short(facts))
            yield from self._facts([one for one in rest if one not in alike], after=True)
        elif rest:
            yield from self._facts(self._in_order())
        else:
            cells = (cell for row in self.rows for cell in self._cells(row, columns))
            yield List(tuple((Paragraph(cell),) for cell in cells))

    def _is_alike(self, field: str) -> bool:
        """Whether so many rows say the same of a field that it is told once."""
        said = {self.showing.text(row, field) for row in self.rows}
        return len(self.rows) >= MANY and len(said) == 1

    def _cells(self, row: Record, columns: Sequence[str]) -> tuple[Inlines, ...]:
        return tuple(self.showing.read(self._cell(row, one)) for one in columns)

    def _cell(self, row: Record, field: str) -> str:
        """What a field says; where it is empty and another stands in for it, that one's name."""
        text, stead = self.showing.text(row, field), self.form.stead.get(field)
        return self.called(stead) if not text and stead and row.data.get(stead) is True else text

    # Facts and lists

    def _facts(self, fields: Sequence[str], *, after: bool = False) -> Iterator[Block]:
        """For each row its name and what these fields say of it. after: whether a table has
        named the rows already, so that a name alone says nothing."""
        for row in self.rows:
            name = (self.showing.short_name if after else self.showing.name)(row)
            facts = [self._fact(row, one) for one in fields if not self._says(row, one, name)]
            found = tuple(one for one in facts if one.blocks)
            if found or not after:
                named = self.showing.read(name or self._one())
                yield Facts(named, found, short=_is_short(found))

    def _one(self) -> str:
        """What a row is called that nobody has named: Activity."""
        one = self.table.one if self.table else ""
        return one[:1].upper() + one[1:]

    def _says(self, row: Record, field: str, name: str) -> bool:
        """Whether a row's name says a field already."""
        text = self.showing.text(row, field)
        code = self.showing.text(row, "code") if row.coded is not None else ""
        return bool(text) and (text in (name, code) or f"{code} {text}" == name)

    def _fact(self, row: Record, field: str) -> Fact:
        """What a field says. A long text that the form names first is the row's own and needs
        no label."""
        own = field in self.form.columns[:1] and self._is_long(field)
        return Fact("" if own else self.called(field), self.showing.blocks(row, field))

    def _list(self) -> Iterator[Block]:
        """An item for each row; the words of a vision stand as a quotation."""
        first, *rest = self._in_order()
        if self.rows[0].type in _QUOTED:
            for row in self.rows:
                yield Quote(self.showing.blocks(row, first))
                facts = tuple(self._fact(row, one) for one in rest if self.showing.text(row, one))
                yield from [Facts((), facts, short=_is_short(facts))] if facts else []
            return
        yield List(tuple((self._item(row, first, rest),) for row in self.rows))

    def _item(self, row: Record, first: str, rest: Sequence[str]) -> Block:
        text = self.showing.read(self.showing.text(row, first))
        facts = tuple(self._fact(row, one) for one in rest if self.showing.text(row, one))
        if not facts:
            return Paragraph(text)
        return Facts((), (Fact("", (Paragraph(text),)), *facts), short=True)


def _is_short(facts: Sequence[Fact]) -> bool:
    plain = all(len(one.blocks) == 1 and isinstance(one.blocks[0], Paragraph) for one in facts)
    return plain and sum(map(len, words(tuple(facts)))) <= SHORT
