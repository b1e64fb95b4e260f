"""Findings and actions in the plain words that their team wrote for everyone.

What has none is not put in its place from elsewhere: a finding is left out, an action stands by its
name alone, and whoever exports is told.
"""

from __future__ import annotations

from workbook.curriculum import Step
from workbook.map import prose
from workbook.map.outline import Block, Blocks, Fact, Facts, Paragraph, Strong, Text
from workbook.map.sentences import closed
from workbook.map.showing import Showing, listed
from workbook.plan import Plan
from workbook.records.actions import StrategicAction
from workbook.records.coalition import Stakeholder
from workbook.records.data import Finding

FEWEST, MOST = 3, 6
"""Findings that a reader of the public edition keeps in mind (field paper 4.2; publishing.md)."""
FOUND, DOING = "findings", "strategic-actions"
"""The steps on which findings and actions are written."""


def found(showing: Showing, plan: Plan) -> Blocks:
    """The findings that have plain words, a paragraph or more each; () where none has."""
    told = [one for one in showing.view.records(Finding) if (one.plain or "").strip()]
    if told and not FEWEST <= len(told) <= MOST:
        count = f"{len(told)} finding{'s' * (len(told) != 1)}"
        _note(showing, plan, FOUND, f"The public edition tells {count}; three to six are kept in "
              "mind")  # fmt: skip
    return tuple(block for one in told for block in prose.blocks(one.plain or "", showing.read))


def doing(showing: Showing, plan: Plan) -> Blocks:
    """Every action by its name, with its plain words, who leads it and until when; () while none
    of them has any."""
    every = showing.view.records(StrategicAction)
    if not any((one.plain or "").strip() for one in every):
        return ()
    for one in every:
        if not (one.plain or "").strip():
            _note(showing, plan, DOING, f"Of {showing.short_name(one)} the public edition gives "
                  "only the name: nobody has put it into plain words yet")  # fmt: skip
    return tuple(block for one in every for block in _action(showing, one))


def _action(showing: Showing, one: StrategicAction) -> tuple[Block, ...]:
    name = (Strong(closed((Text(showing.text(one, "title") or showing.name(one)),))),)
    first, *more = prose.blocks(one.plain or "", showing.read) or [None]
    if isinstance(first, Paragraph):
        head: Blocks = (Paragraph((*name, Text(" "), *first.inlines)),)
    else:
        head = (Paragraph(name), *([first] if first else []))
    told = (("led_by", _bodies(showing, one)), ("done_by", showing.text(one, "ends")))
    facts = tuple(Fact(showing.words(word), (Paragraph(showing.read(said)),))
                  for word, said in told if said)  # fmt: skip
    return (*head, *more, *([Facts((), facts)] if facts else []))


def _bodies(showing: Showing, one: StrategicAction) -> str:
    """Who leads it: organizations, and a role only where a member belongs to none."""
    people = [(showing.view.record(id), id) for id in one.lead or ()]
    names = (person.organisation if isinstance(person, Stakeholder) and person.organisation
             else showing.view.name_of(id) or id for person, id in people)  # fmt: skip
    return listed(list(dict.fromkeys(names)))


def _note(showing: Showing, plan: Plan, step_id: str, said: str) -> None:
    step: Step | None = plan.curriculum.steps.get(step_id)
    if step:
        chapter = plan.curriculum.chapter_of(step)
        said = f"{said} (chapter {chapter.number}, {step.name})"
    showing.notes[f"{said}."] = None
