"""Who is not at the table yet: said in the plan as plainly as who is (field paper 1.2, 3)."""

from __future__ import annotations

from workbook.map import drawn
from workbook.map.outline import Blocks, Paragraph, Strong, Text
from workbook.map.sentences import joined, uncapitalized
from workbook.map.showing import Showing
from workbook.plan import Plan
from workbook.reasoning.coverage import coverage, nobody


def blocks(showing: Showing, plan: Plan) -> Blocks:
    """Sectors and community groups without a member, in sentences; () where there are none."""
    lines, words = coverage(plan), showing.words
    kept = {one.name for one in plan.options("sectors").values() if one.proper}
    sectors = [one.name if one.name in kept else uncapitalized(one.name)
               for one in nobody(lines, "sector")]  # fmt: skip
    groups = [one.name for one in nobody(lines, "group") if showing.view.record(one.id)]
    said = [
        words(key, names=joined(names, words("and")))
        for key, names in (("no_sector", sectors), ("no_group", groups))
        if names
    ]
    figure = drawn.sectors(showing, plan)
    if not said:
        return figure
    return (
        *figure,
        Paragraph((Strong((Text(words("not_here")),)), Text(" " + " ".join(said)))),
    )
