"""The documents beside the plan: whole from what is written so far, and blank where it is not."""

import datetime
from pathlib import Path

import pytest

from tests.conftest import prairie_fork
from tests.map.conftest import DATE, Read
from workbook.curriculum import ContentError, Curriculum, load
from workbook.curriculum.companions import MADE as ASKED
from workbook.map.companions import MADE, companion
from workbook.map.edges import anchor
from workbook.map.markdown import write
from workbook.map.progress import STEPS
from workbook.plan import Plan

NAMES = tuple(load().companions.documents)


def read(plan: Plan, name: str, **choice) -> Read:
    return Read(write(companion(plan, name, date=DATE, **choice)))


def test_what_the_content_asks_to_be_worked_out_is_worked_out():
    assert set(ASKED) == set(MADE) == set(STEPS)


def test_each_is_there_for_an_empty_workbook_and_says_what_it_lacks(plan: Plan):
    for name in NAMES:
        found = companion(plan, name, date=DATE)
        text = Read(write(found))
        assert text.headings[0][0] == "h1"
        assert "{" not in text.text
        assert found.gaps or found.left_out or "A blank is left" in " ".join(found.notes), name
        assert len({anchor(title) for _, title in text.headings}) == len(text.headings)


def test_a_team_that_stops_at_chapter_1_has_a_preparedness_plan_to_hand_out(plan: Plan):
    plan.put("workbook.community", "Marten County")
    plan.add("preparedness_step", {"missing": "A backup", "action": "Train one", "due": "2027-03"})
    text = read(plan, "preparedness")
    assert text.headings == [("h1", "Marten County: preparedness plan"),
                             ("h2", "What we put in place")]  # fmt: skip
    assert ["A backup", "Train one", "March 2027"] in text.tables[0]
    assert "Not yet written (chapter 1, Decision)" in read(plan, "preparedness", draft=True).text


def test_one_that_takes_a_single_chapter_has_its_document(example: Plan):
    charter, engaged = read(example, "charter"), read(example, "engagement")
    assert "We decide by consent." in charter.under("What we agreed among ourselves").text
    assert "Data walk, school gym" in engaged.under("When and how we meet people").text
    assert "zoned 82%" in read(example, "conditions").under("How these conditions came about").text


def test_a_blank_is_printed_and_told_until_it_is_answered(plan: Plan):
    found = companion(plan, "press-release", date=DATE)
    assert "[address of the plan]" in Read(write(found)).text
    assert "A blank is left: Home on the web (chapter 1, Release)." in found.notes
    plan.put("embarking.web-home", "{contact} <b>x</b>.")
    plan.put("workbook.community", "Marten County")
    text = read(plan, "press-release").text
    assert text.startswith("Marten County releases its Mobility Action Plan")
    assert "is at {contact} <b>x</b>. It is in the care" in text
    assert "[address" not in text


def test_a_public_document_names_nobody_and_the_others_who_agreed(plan: Plan):
    ana = plan.add("stakeholder", {"name": "Ana Ruiz", "organisation": "Clinic", "role": "Nurse",
                                   "may_be_named": True, "status": "joined"})  # fmt: skip
    ben = plan.add("stakeholder", {"name": "Ben Ode", "role": "Parent", "status": "joined"})
    plan.put("embarking.publisher", [ana, ben])
    plan.add("row", {"what": "Call", "who": [ana, ben]}, prompt="embarking.next-actions")
    for name in NAMES:
        text = read(plan, name).text
        assert "Ben Ode" not in text, name
        assert not (plan.curriculum.companions.documents[name].public and "Ana Ruiz" in text), name
    assert "Ana Ruiz" in read(plan, "partner-list").text
    assert "Nurse, Clinic" in read(plan, "press-release").text


def test_progress_tells_actions_by_state_and_outcomes_since_the_release(curriculum: Curriculum):
    text = read(prairie_fork(curriculum), "progress")
    actions, *_ = text.tables
    assert [row[1] for row in actions[1:]] == ["under way"] * 4 + ["not begun"]
    assert actions[1][2] == "1 of 4"
    changed = text.under("What has changed since the release").tables[0]
    assert changed[1][1:] == ["30% (March 31, 2026)", "33% (September 30, 2026)",
                              "50% (June 30, 2027)"]  # fmt: skip


def test_an_action_is_done_over_or_undated_by_its_dates_and_milestones(plan: Plan):
    plan.today = datetime.date(2027, 5, 1)
    for title, dates in (("Undated", {}), ("Over", {"ends": "2027-01"}),
                         ("Done", {"starts": "2026", "ends": "2027-01"})):  # fmt: skip
        id = plan.add("strategic_action", {"title": title, **dates})
        if title == "Done":
            plan.add("milestone", {"text": "Signed", "action": id, "done": True})
    rows = read(plan, "progress").tables[0][1:]
    assert [(row[0][3:], row[1]) for row in rows] == [
        ("Over", "its time is over"), ("Done", "done"), ("Undated", "no dates yet"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        ('from = ["answer coalition.stays-away"]', "no such answer that may be printed"),
        ('from = ["table coalition.opponents"]', "no such table that may be printed"),
        ('from = ["chart x"]', "begins with none of slot"),
        ('from = ["made coffee"]', "no such made"),
        ('text = "Ask {nobody}"', "[blanks] has no `nobody`"),
        ('title = "Empty"', "neither `text` nor `from`"),
    ],
)
def test_what_may_not_be_printed_or_is_not_there_is_refused(tmp_path: Path, part: str, reason: str):
    toml = '[[document]]\nid = "ours"\nname = "Ours"\ntitle = "Ours"\nuntitled = "Ours"\n'
    toml += f'[[document.part]]\nid = "ours.one"\n{part}\n'
    (tmp_path / "documents.toml").write_text(toml)
    with pytest.raises(ContentError) as caught:
        load(tmp_path)
    assert reason in str(caught.value)
    assert "documents.toml" in str(caught.value)
