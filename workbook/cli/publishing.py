"""`export`: the Mobility Action Plan as Markdown, as a page for a browser, as a Word document."""

from __future__ import annotations

from pathlib import Path

import click

from workbook.cli.problem import Problem
from workbook.cli.settings import here
from workbook.cli.streams import publish, publish_bytes
from workbook.cli.verb import FILE, verb
from workbook.cli.workbooks import reading
from workbook.map.forms import FORMS, MARKDOWN, WORD


@verb(
    "export",
    "workbook export our.workbook.json                  writes our.map.md beside it",
    "workbook export our.workbook.json -o plan.md",
    "workbook export our.workbook.json --to html        our.map.html, a page of its own",
    "workbook export our.workbook.json --to docx        our.map.docx, through pandoc",
    "workbook export our.workbook.json --document preparedness",
    'workbook export our.workbook.json --section "Our priorities" --flavor plain -o -',
    "workbook export our.workbook.json --flavor mkdocs --split site",
    "workbook export our.workbook.json --date 2027-06-30",
)
@FILE
@click.option("-o", "--output", "out", metavar="OUT", help="Where to write; - is standard output.")
@click.option(
    "--to", "form", type=click.Choice(FORMS), default=MARKDOWN,
    help="md: Markdown. html: one page that fetches nothing, for a browser and for paper. docx: a "
    "Word document, made by pandoc.",
)  # fmt: skip
@click.option(
    "--document", metavar="NAME", default="map",
    help="map, preparedness, charter, engagement, conditions, summary, progress, "
    "case-for-leaders, faq, talking-points, press-release, social, partner-list, "
    "letter-of-support, resolution or kickoff-agenda.",
)  # fmt: skip
@click.option("--clean", is_flag=True, help="Leave out what is not written yet, with its headings.")
@click.option("--draft", is_flag=True, help="Write it as a working draft, with its gaps named.")
@click.option("--force", is_flag=True, help="Replace a file that is not our own untouched export.")
@click.option(
    "--edition",
    type=click.Choice(["technical"]),
    default="technical",
    help="Which edition. The technical one is the whole plan.",
)
@click.option(
    "--flavor",
    metavar="NAME",
    default="gfm",
    help="For which tool: gfm (GitHub, the default), commonmark, pandoc, quarto, mkdocs, hugo, "
    "jekyll, obsidian, notion, gdocs, plain.",
)
@click.option(
    "--section",
    metavar="SECTION",
    default="",
    help="Only this section, by its title or by its slot in map.toml.",
)
@click.option(
    "--split",
    metavar="DIR",
    default="",
    help="Write a folder: a file for each section, and what the site of that tool needs.",
)
def export_(
    file: Path, out: str | None, clean: bool, draft: bool, force: bool, edition: str, **chosen: str
) -> None:
    """Write the Mobility Action Plan as Markdown, as a page for a browser or as a Word document; or
    one of the documents beside it, each of what is written so far."""
    from workbook.export import compose, export_map, shape
    from workbook.reasoning.checks import told
    from workbook.splitting import export_split

    if clean and draft:
        raise Problem("Give --clean or --draft, not both.")
    folder = chosen["split"]
    _refuse({**chosen, "out": out or ""})
    as_draft = True if draft else False if clean else None
    with reading(file) as session:
        day, form = session.plan.today, shape(session.plan, **_wanted(chosen))
        if found := told(session.checks.standing):
            here().note(f"The checks find: {found}. workbook check {file} lists them.")
        if folder:
            made = export_split(
                session, Path(folder), date=day, edition=edition,
                draft=as_draft, force=force, shape=form,
            )  # fmt: skip
            here().note(f"Written: {made.path}")
        elif out == "-":
            made = compose(session.plan, date=day, edition=edition, draft=as_draft, shape=form)
            publish(made.text) if form.form != WORD else publish_bytes(made.data)
        else:
            made = export_map(
                session, date=day, out=Path(out) if out else None, edition=edition,
                draft=as_draft, force=force, shape=form,
            )  # fmt: skip
            here().note(f"Written: {made.path}")
    for sentence in made.said:
        here().note(sentence)


_ALONE = {
    "split": {"out": "-o", "section": "--section", "form": "--to", "document": "--document"},
    "form": {"flavor": "--flavor"},
}
"""What goes without something else: a folder holds the whole plan as Markdown, and a flavor is one
of Markdown."""
_USUAL = {"form": MARKDOWN, "document": "map", "flavor": "gfm"}
"""What stands there where nothing was asked for."""


def _refuse(chosen: dict[str, str]) -> None:
    """Raises Problem for two choices that do not go together."""
    asked = {one for one, value in chosen.items() if value != _USUAL.get(one, "")}
    for one, others in _ALONE.items():
        for other, name in others.items():
            if one in asked and other in asked:
                first = "--to" if one == "form" else f"--{one}"
                raise Problem(f"Give {first} or {name}, not both.")


def _wanted(chosen: dict[str, str]) -> dict[str, str]:
    """What is written and how, of what was chosen."""
    return {one: chosen[one] for one in ("document", "form", "flavor", "section")}
