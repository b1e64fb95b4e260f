"""`schema`: the form of a workbook's file, for scripts and editors."""

from __future__ import annotations

from workbook.cli.settings import here
from workbook.cli.streams import publish_json
from workbook.cli.verb import verb


@verb(
    "schema",
    "workbook schema > workbook.schema.json",
    "workbook schema --content ours > workbook.schema.json      with your own questions",
)
def schema_() -> None:
    """Print the JSON Schema of a workbook's file.

    It names every question and every field by its id, with what it asks and which values it takes,
    as the content says; with --content, your own too.
    """
    from workbook.schema import schema

    publish_json(schema(here().curriculum()))
