"""The man page says what the help says."""

from pathlib import Path

import click
import pytest

from workbook.cli.main import program
from workbook.cli.verb import VERBS

ROOT = Path(__file__).parents[2]
KEPT = (ROOT / "docs" / "workbook.1").read_text(encoding="utf-8")


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_stands_in_it_with_its_options_and_examples(verb: str):
    command = program.get_command(click.Context(program), verb)
    assert command
    part = KEPT.partition(f"\n.SS workbook {verb.replace('-', chr(92) + '-')} ")[2]
    part = part.partition("\n.SS ")[0].replace("\\-", "-")
    for one in command.params:
        if isinstance(one, click.Option) and not one.hidden:
            assert max(one.opts, key=len) in part
    assert f"workbook {verb}" in part
