"""The command `workbook`: reads the words, runs a verb, turns every error into one sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click
from click.shell_completion import shell_complete

from workbook import __version__
from workbook.cli import problem, streams
from workbook.cli.settings import Settings, options
from workbook.cli.verb import SETTINGS, Verbs, write_examples

EXAMPLES = (
    "workbook demo example.workbook.json     the worked example, to look around in",
    "workbook new                            a workbook of your own, named for your community",
    "workbook our.workbook.json              go on where you stopped",
    "workbook export our.workbook.json       the plan as Markdown",
)
CODES = (
    "Exit codes: 0 fine; 1 check or doctor found something, find nothing; 2 wrong use; 3 the file "
    "is missing, cannot be read or is of a newer version; 4 locked; 5 a write failed; 70 a fault "
    "of this program; 130, 129 and 143 ended by Ctrl-C, a dropped line or a request to end."
)
COMPLETE = "_WORKBOOK_COMPLETE"
"""The variable by which a shell asks what may follow the words that are typed."""
PROMISE = "Nothing is ever sent anywhere: this program uses no network."


class Program(Verbs):
    """The command itself, whose help shows examples first and the promises last."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_text(self.help or "")
        write_examples(EXAMPLES, formatter)
        with formatter.section("Usage"):
            formatter.write_text("workbook [FILE]")
            formatter.write_text("workbook VERB FILE …")
        self.format_options(ctx, formatter)
        for text in (CODES, PROMISE):
            formatter.write_paragraph()
            formatter.write_text(text)


@click.group(
    "workbook",
    cls=Program,
    params=options(hidden=False),
    invoke_without_command=True,
    context_settings=SETTINGS,
)
@click.version_option(__version__, message="%(version)s")
@click.pass_context
def program(context: click.Context) -> int:
    """A guided workbook in the terminal, from a first idea to a Mobility Action Plan."""
    if context.invoked_subcommand is not None:
        return 0
    if not streams.on_terminal():
        print(context.get_help(), file=sys.stderr)
        context.exit(problem.WRONG_USE)
    from workbook.cli.opening import app

    return app(None)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command line, the process's own by default, and gives its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    streams.prepare()
    settings = Settings()
    try:
        code = _run(words, settings)
        sys.stdout.flush()
    except BrokenPipeError:
        return streams.reader_left()
    except KeyboardInterrupt:
        return problem.complain("Stopped.", problem.INTERRUPTED, as_json=_json(words))
    except Exception as error:  # noqa: BLE001  # the last place that can turn one into a sentence
        if settings.debug:
            sys.excepthook(type(error), error, error.__traceback__)
        return _complain(error, words)
    return code


def _run(words: list[str], settings: Settings) -> int:
    """Runs the command that the words name; gives its exit code or raises what went wrong."""
    if asked := os.environ.get(COMPLETE):
        return shell_complete(program, {"obj": settings}, "workbook", COMPLETE, asked)
    try:
        with program.make_context("workbook", list(words), obj=settings) as context:
            result = program.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    return result if isinstance(result, int) else 0


def _complain(error: Exception, words: list[str]) -> int:
    """An error as one sentence, and its exit code."""
    if isinstance(error, click.UsageError):
        return problem.complain(problem.usage(error), problem.WRONG_USE, as_json=_json(words))
    code = problem.code_of(error)
    if code is None:
        code = problem.FAULT
        text = f"This is a fault of the program ({type(error).__name__}: {error}). "
        text += "The workbook is as it was last saved; --debug shows where it happened."
    else:
        text = str(error)
    return problem.complain(text, code, as_json=_json(words))


def _json(words: list[str]) -> bool:
    """Whether errors are wanted as JSON; known also where the words could not be read."""
    return "--json" in words[: words.index("--") if "--" in words else len(words)]
