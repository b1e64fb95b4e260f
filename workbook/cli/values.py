"""`get`, `set`, `add`, `list`, `remove`: what the workbook holds, one thing at a time."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

import click

from workbook.cli import offering
from workbook.cli.problem import Problem
from workbook.cli.settings import here
from workbook.cli.streams import given, publish, publish_json
from workbook.cli.verb import FILE, verb
from workbook.cli.workbooks import changing, reading

WITHHELD = "Names are withheld of people who have not agreed to be named."
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Write JSON.")


@verb(
    "get",
    "workbook get our.workbook.json workbook.community",
    "workbook get our.workbook.json stk-7k3m9q2d name",
    "workbook get our.workbook.json stk-7k3m9q2d --json",
)
@FILE
@click.argument("id", shell_complete=offering.PLACES)
@click.argument("field", default="")
@AS_JSON
def get_(file: Path, id: str, field: str, as_json: bool) -> None:
    """Read one answer, record or field, private ones too."""
    from workbook.cli.showing import shown, stored

    with reading(file) as session:
        if as_json:
            publish_json(stored(session.plan, id, field))
        else:
            publish(shown(session.plan, id, field))


@verb(
    "set",
    'workbook set our.workbook.json workbook.community "Prairie Fork County"',
    "workbook set our.workbook.json stk-7k3m9q2d power 4",
    "workbook set our.workbook.json embarking.case-for-change - < case.txt",
    "workbook set our.workbook.json embarking.strengths-first - < strengths.txt",
    'workbook set our.workbook.json embarking.strengths-first --json \'["A choir", "A well"]\'',
    "workbook set our.workbook.json act-7k3m9q2d supports:='[\"childcare\"]'",
    'workbook set our.workbook.json stk-7k3m9q2d area ""     empties it',
)
@FILE
@click.argument("id", shell_complete=offering.PLACES)
@click.argument("words", nargs=-1, required=True, metavar="[FIELD] VALUE")
@click.option("--json", "as_json", is_flag=True, help="Read VALUE as JSON.")
def set_(file: Path, id: str, words: tuple[str, ...], as_json: bool) -> None:
    """Write one answer, or one field of a record.

    A VALUE of - is read from standard input; one of "" empties. FIELD:=JSON stands for a FIELD
    and a VALUE that is no text. A list has one entry a line.
    """
    from workbook.cli.assignments import value
    from workbook.cli.spelling import kept

    field, text, is_json = _place(id, words, as_json)
    text = given() if text == "-" else text
    with changing(file) as session:
        plan = session.plan
        field = kept(field, lambda name: plan.kind(id, name))
        edit = plan.put(id, value(plan.kind(id, field), text, plan, is_json=is_json), field)
        if edit is not None:
            _note_removed(text)


def _place(id: str, words: tuple[str, ...], as_json: bool) -> tuple[str, str, bool]:
    """The field that is meant ("" of an answer), its value, whether that is JSON: by count."""
    from workbook.cli.assignments import assignment

    if "." in id:
        if len(words) > 1:
            raise Problem(f"{id} is an answer, which has no fields; give one VALUE.")
        return "", words[0], as_json
    if len(words) > 2:
        raise Problem("Give one FIELD and one VALUE; put quotation marks around a text.")
    return (words[0], words[1], as_json) if len(words) == 2 else assignment(words[0])


def _note_removed(text: str) -> None:
    from workbook.ask.wording import left_out

    if notice := left_out(text):
        here().note(notice)


@verb(
    "add",
    'workbook add our.workbook.json stakeholder name="Ana Ruiz" power=4',
    "workbook add our.workbook.json activity title=Supper supports:='[\"childcare\"]'",
    'workbook add our.workbook.json embarking.hours person="Ana Ruiz" hours=6',
)
@FILE
@click.argument("type", metavar="TYPE|TABLE", shell_complete=offering.TYPES)
@click.argument("words", nargs=-1, metavar="[FIELD=TEXT | FIELD:=JSON]...")
@click.option("--json", "as_json", is_flag=True, help="Write the id as JSON.")
def add_(file: Path, type: str, words: tuple[str, ...], as_json: bool) -> None:
    """Add a record or a row, and print its id.

    TYPE is a record type. TABLE is a step, or a question that is answered with rows.
    """
    from workbook.cli.assignments import assignments, value
    from workbook.cli.finding import rows_of
    from workbook.cli.spelling import kept

    fields = assignments(words)
    with changing(file) as session:
        plan = session.plan
        of, table = rows_of(plan, type)
        prompt = table.id if table and of == "row" else ""
        values = dict(table.where) if table else {}
        for name, (text, is_json) in fields.items():
            name = kept(name, lambda one: plan.field_kind(of, one, prompt))
            kind = plan.field_kind(of, name, prompt)
            values[name] = value(kind, text, plan, is_json=is_json)
        id = plan.add(of, values, prompt=prompt)
        _note_removed("".join(text for text, _ in fields.values()))
    if as_json:
        publish_json({"schema": "add/1", "id": id, "type": of})
    else:
        publish(f"{id}\n")


@verb(
    "list",
    "workbook list our.workbook.json stakeholder",
    "workbook list our.workbook.json embarking.hours --json",
    "workbook list our.workbook.json register --csv > register.csv",
    "workbook list our.workbook.json register --csv --with-private name,power,interest",
)
@FILE
@click.argument("type", metavar="TYPE|TABLE", shell_complete=offering.TYPES)
@AS_JSON
@click.option("--csv", "as_csv", is_flag=True, help="Write CSV, all fields, for a spreadsheet.")
@click.option(
    "--with-private", "private", default="", metavar="FIELD,…",
    help="Private fields that the CSV is to hold all the same; all means each of them.",
)  # fmt: skip
def list_(file: Path, type: str, as_json: bool, as_csv: bool, private: str) -> None:
    """List records: id, name, columns, parted by tabs.

    Nothing private is in a list; a person who has not agreed to be named stands there by role and
    organization. get shows one record with all that it holds.
    """
    from workbook.cli.showing import as_sheet, listed, listed_json, withheld
    from workbook.map.public import Public

    if private and not as_csv:
        raise Problem("--with-private goes with --csv.")
    with reading(file) as session:
        view = Public(session.plan)
        if as_json:
            publish_json(listed_json(view, type))
        elif as_csv:
            publish(as_sheet(session.plan, view, type, private))
        else:
            publish(listed(view, type))
        hidden = withheld(session.plan, view, type)
    if hidden and not as_csv:
        here().note(f"{WITHHELD} To see a name: workbook get {quote(str(file))} ID")


@verb("remove", "workbook remove our.workbook.json stk-7k3m9q2d")
@FILE
@click.argument("id", shell_complete=offering.RECORDS)
def remove_(file: Path, id: str) -> None:
    """Remove a record. What points to it keeps its id and is shown as broken."""
    from workbook.cli.finding import pointing_to

    if "." in id:
        raise Problem(f'{id} is an answer; to empty it: workbook set {file} {id} "".')
    with changing(file) as session:
        session.plan.remove(id)
        broken = pointing_to(session.plan, id)
    if broken:
        still = "This still points" if len(broken) == 1 else "These still point"
        here().note(f"{still} to it: {', '.join(broken)}.")
