"""`export`: the Mobility Action Plan as Markdown, as a page for a browser, as a Word document."""

from __future__ import annotations

from pathlib import Path

import click

from workbook.cli import offering
from workbook.cli.problem import Problem
from workbook.cli.settings import here
from workbook.cli.streams import publish, publish_bytes
from workbook.cli.verb import FILE, verb
from workbook.cli.workbooks import reading
from workbook.curriculum import EDITIONS
from workbook.curriculum.flavors import GFM
from workbook.map.forms import FORMS, MARKDOWN, WORD


@verb(
    "export",
    "workbook export our.workbook.json                  writes our.map.md beside it",
    "workbook export our.workbook.json -o plan.md",
    "workbook export our.workbook.json --to html        our.map.html, a page of its own",
    "workbook export our.workbook.json --to docx        our.map.docx, through pandoc",
    "workbook export our.workbook.json --edition public   our.map.public.md, for everyone",
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
    "--document", metavar="NAME", default="map", shell_complete=offering.DOCUMENTS,
    help="map, preparedness, charter, engagement, conditions, summary, progress, "
    "case-for-leaders, release-plan, faq, talking-points, press-release, social, partner-list, "
    "letter-of-support, resolution or kickoff-agenda.",
)  # fmt: skip
@click.option("--clean", is_flag=True, help="Leave out what is not written yet, with its headings.")
@click.option("--draft", is_flag=True, help="Write it as a working draft, with its gaps named.")
@click.option("--force", is_flag=True, help="Replace a file that is not our own untouched export.")
@click.option(
    "--edition",
    type=click.Choice(EDITIONS),
    default=EDITIONS[0],
    help="For whom: technical is the whole plan, public the short one for everyone, with the plain "
    "words that you wrote for it, and without the name of any person.",
)
@click.option(
    "--flavor",
    shell_complete=offering.FLAVORS,
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
    file: Path, out: str | None, clean: bool, draft: bool, force: bool, **chosen: str
) -> None:
    """Write the Mobility Action Plan as Markdown, as a page for a browser or as a Word document; or
    one of the documents beside it, each of what is written so far.

    The public edition is no shorter copy of the technical one: it takes the answers that are
    written for everyone, leaves out what nobody has put into plain words, and says so, and how
    easily it reads."""
    from workbook.export import MAP, compose, export_map, shape
    from workbook.reasoning.checks import told
    from workbook.splitting import export_split

    folder, other_form = chosen["split"], chosen["form"] != MARKDOWN
    _refuse_both("--clean", clean, "--draft", draft)
    _refuse_both("--to", other_form, "--flavor", chosen["flavor"] != GFM.id)
    _refuse_both("--split", folder, "-o", out)
    _refuse_both("--split", folder, "--to", other_form)
    _refuse_both("--split", folder, "--section", chosen["section"])
    _refuse_both("--split", folder, "--document", chosen["document"] != MAP)
    _refuse_both(
        "--document", chosen["document"] != MAP, "--edition", chosen["edition"] != EDITIONS[0]
    )
    as_draft = True if draft else False if clean else None
    with reading(file) as session:
        day, form = session.plan.today, shape(session.plan, **_wanted(chosen))
        if found := told(session.checks.standing):
            here().note(f"The checks find: {found}. workbook check {file} lists them.")
        if folder:
            made = export_split(
                session, Path(folder), date=day, draft=as_draft, force=force, shape=form
            )
            here().note(f"Written: {made.path}")
        elif out == "-":
            made = compose(session.plan, date=day, draft=as_draft, shape=form)
            publish(made.text) if form.form != WORD else publish_bytes(made.data)
        else:
            made = export_map(
                session, date=day, out=Path(out) if out else None, draft=as_draft,
                force=force, shape=form,
            )  # fmt: skip
            here().note(f"Written: {made.path}")
    for sentence in made.said:
        here().note(sentence)
    if chosen["edition"] != EDITIONS[0]:
        here().note(f"workbook language {file} --public says where each of them is.")


def _refuse_both(one: str, given: object, other: str, too: object) -> None:
    """Raises Problem where two options are given that do not go together."""
    if given and too:
        raise Problem(f"Give {one} or {other}, not both.")


def _wanted(chosen: dict[str, str]) -> dict[str, str]:
    """What is written and how, of what was chosen."""
    return {one: chosen[one] for one in ("document", "form", "flavor", "section", "edition")}
