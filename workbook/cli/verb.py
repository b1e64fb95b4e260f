"""A verb of the command line: its help begins with examples, and it takes the common options."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from workbook.cli.problem import Problem
from workbook.cli.settings import options
from workbook.nearest import meant

SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 96}

VERBS = {
    "new": "making", "demo": "making", "status": "reading", "check": "checking",
    "language": "phrasing", "trace": "tracing", "find": "searching",
    "get": "values", "set": "values", "add": "values", "list": "values", "remove": "values",
    "undo": "undoing", "ask": "asking",
    "history": "remembering", "snapshot": "remembering", "compare": "comparing",
    "restore": "comparing",
    "import": "importing", "import metrics": "importing_metrics",
    "import worksheet": "importing_worksheet", "worksheet": "worksheets", "export": "publishing",
    "sheets": "sheets", "doctor": "doctoring", "conflicts": "conflicting", "merge": "merging",
    "git-setup": "git_setup", "completion": "completing", "schema": "describing",
}  # fmt: skip
"""Every verb and the file that it stands in, which is loaded when the verb is used."""


class Verb(click.Command):
    """A command whose help begins with what it does and examples of it."""

    def __init__(self, *given: Any, examples: Sequence[str] = (), **more: Any) -> None:
        super().__init__(*given, **more)
        self.examples = examples
        taken = {name for one in self.params for name in one.opts}
        self.params += [one for one in options(hidden=True) if not taken & set(one.opts)]

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Purpose, examples, usage, options, and where the common options are told."""
        formatter.write_text(inspect.cleandoc(self.help or ""))
        write_examples(self.examples, formatter)
        with formatter.section("Usage"):
            formatter.write_text(f"{ctx.command_path} {' '.join(self.collect_usage_pieces(ctx))}")
        self.format_options(ctx, formatter)
        formatter.write_paragraph()
        formatter.write_text("Options of every command: see workbook --help.")


def write_examples(examples: Sequence[str], formatter: click.HelpFormatter) -> None:
    """The examples, one a line, as they would be typed."""
    with formatter.section("Examples"):
        for one in examples:
            formatter.write(f"{'':{formatter.current_indent}}{one}\n")


def verb(name: str, *examples: str) -> Callable[[Callable[..., Any]], Verb]:
    """Makes a function a verb of this name."""

    def make(body: Callable[..., Any]) -> Verb:
        made = click.command(name, cls=Verb, examples=examples, context_settings=SETTINGS)(body)
        assert isinstance(made, Verb)
        return made

    return make


PATH = click.Path(path_type=Path, readable=False)


def _files(context: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
    """Files, after the second words of verbs that have two."""
    first = f"{context.command.name} "
    words = [one.removeprefix(first) for one in VERBS if one.startswith(first + begun)]
    return [CompletionItem(begun, type="file"), *map(CompletionItem, words)]


FILE = click.argument("file", type=PATH, shell_complete=_files)
"""The workbook that a verb works on."""


class Verbs(click.Group):
    """All verbs. A first word that is none of them is the file to open."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The verbs of one word, and the files that may be opened."""
        offered = super().shell_complete(ctx, incomplete)
        file = CompletionItem(incomplete, type="file")  # first: in bash it takes away what is there
        return [file, *(one for one in offered if " " not in one.value)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        module = import_module(f"workbook.cli.{VERBS[cmd_name]}")
        found = getattr(module, f"{cmd_name.replace(' ', '_').replace('-', '_')}_")
        assert isinstance(found, click.Command)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb that is meant, by its two words or its one; else the opening of a file, with
        all words still to read."""
        first, both = args[0], " ".join(args[:2])
        if len(args) > 1 and both in VERBS:
            return both, self.get_command(ctx, both), args[2:]
        if first in VERBS:
            return super().resolve_command(ctx, args)
        if first == "help" and not Path(first).exists():
            if len(args) == 1:
                click.echo(ctx.get_help())
                ctx.exit()
            return self.resolve_command(ctx, [*args[1:], "--help"])
        near = "" if ctx.resilient_parsing else meant(first, VERBS)
        if near and "." not in first and not Path(first).exists():
            raise Problem(f"There is no command or file “{first[:40]}”.{near}")
        from workbook.cli.opening import open_

        return "", open_, args
