"""Writes docs/workbook.1, the man page, from the help of the commands: `make docs`.

Pandoc makes it. A test holds the page to the help.
"""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from workbook import __version__
from workbook.cli.main import CODES, EXAMPLES, PROMISE, program
from workbook.cli.verb import VERBS, Verb
from workbook.map.word import pandoc

TO = Path(__file__).parent / "workbook.1"
HEAD = f"% WORKBOOK(1) Mobility Workbook {__version__}\n"


def page() -> str:
    """The page in the language of man."""
    command = pandoc()
    assert command, "The man page is made by pandoc, which the extra dev brings."
    words = [command, "-s", "-f", "markdown-smart", "-t", "man"]
    done = subprocess.run(words, input=markdown().encode(), check=True, capture_output=True)
    made = done.stdout.decode()
    return re.sub(
        r'^\.\\".*\n', "", made, flags=re.MULTILINE
    )  # which names the pandoc that made it


def markdown() -> str:
    """The page as pandoc reads it."""
    return "\n\n".join([HEAD, *_parts()]) + "\n"


def _parts() -> Iterator[str]:
    context = click.Context(program, info_name="workbook")
    yield f"# NAME\n\nworkbook - {_text(_lower(program.help or ''))}"
    yield "# SYNOPSIS\n\n**workbook** [*FILE*]\n\n**workbook** *VERB* *FILE* …"
    yield f"# EXAMPLES\n\n{_code(EXAMPLES)}"
    yield f"# OPTIONS\n\n{_options(program, context)}"
    yield "# COMMANDS"
    for name in VERBS:
        yield from _verb(name, context)
    yield f"# EXIT STATUS\n\n{_text(CODES.removeprefix('Exit codes: '))}"
    yield f"# PRIVACY\n\n{_text(PROMISE)}"


def _verb(name: str, parent: click.Context) -> Iterator[str]:
    command = program.get_command(parent, name)
    assert isinstance(command, Verb)
    context = click.Context(command, info_name=name, parent=parent)
    usage = " ".join(command.collect_usage_pieces(context))
    yield f"## workbook {name} {_text(usage)}"
    yield _text(inspect.cleandoc(command.help or ""))
    yield _code(command.examples)
    if options := _options(command, context):
        yield options


def _options(command: click.Command, context: click.Context) -> str:
    """The options that are shown, each with what it does."""
    params = (one for one in command.get_params(context) if isinstance(one, click.Option))
    found = (one.get_help_record(context) for one in params)
    return "\n\n".join(
        f"**{_text(name)}**\n:   {_text(does)}" for name, does in filter(None, found)
    )


def _code(lines: Sequence[str]) -> str:
    return "\n".join(f"    {one}" for one in lines)


def _text(text: str) -> str:
    """Words that are to stand there as they are."""
    return re.sub(r"([\\`*_{}\[\]<>()#+\-.!|~^$@\"'])", r"\\\1", text)


def _lower(sentence: str) -> str:
    return (sentence[:1].lower() + sentence[1:]).rstrip(".")


def main(to: Path) -> None:
    """Writes the page and says where."""
    to.write_text(page(), encoding="utf-8")
    print(f"{to} is written")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TO)
