"""The worked example is whole, is kept in our own form, and says that it is invented."""

import json
import re
import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from tests.content.conftest import EXAMPLE, TODAY_OF_EXAMPLE
from tests.content.sayings import Saying, runs
from workbook.curriculum import Curriculum
from workbook.kinds import Date
from workbook.map.build import build
from workbook.map.outline import words
from workbook.plan import Plan
from workbook.reasoning.checks import check
from workbook.reasoning.readiness import profile
from workbook.records import TYPES
from workbook.session import open_session
from workbook.store import format

READINESS = {
    "readiness.leaders": (2.2, 4, 6, "readiness.leaders.beyond-launch", 1),
    "readiness.partnership": (2.0, 3, 5, "readiness.partnership.seats", 1),
    "readiness.systems": (1.8, 3, 6, "readiness.systems.own-rules", 1),
    "readiness.capacity": (2.0, 4, 6, "readiness.capacity.backup", 1),
    "readiness.engagement": (1.8, 4, 6, "readiness.engagement.hosts", 1),
}
"""Level, with evidence, answered, lowest and its level: field paper, 5B."""
AGREED = {
    "leaders": (3, 3, 2, 2, 2, 1),
    "partnership": (2, 2, 1, 3, 2, "unknown"),
    "systems": (2, 3, 1, 2, 2, 1),
    "capacity": (3, 1, 2, 3, 1, 2),
    "engagement": (3, 2, 1, 2, 1, 2),
}


def test_the_checks_find_nothing_in_it(example: Plan):
    assert check(example) == []


def test_its_bytes_are_the_ones_that_we_write():
    data = EXAMPLE.read_bytes()
    assert format.loads(data, EXAMPLE.name).text == data
    assert format.dumps(json.loads(data)) == data


def test_saving_it_again_changes_no_byte(tmp_path: Path, curriculum: Curriculum):
    file = tmp_path / EXAMPLE.name
    shutil.copy(EXAMPLE, file)
    session = open_session(file, curriculum, who="Ana", today=TODAY_OF_EXAMPLE)
    session.plan.put("workbook.community", "Elsewhere")
    session.save()
    assert file.read_bytes() != EXAMPLE.read_bytes()
    session.plan.undo()
    session.save()
    session.close()
    assert file.read_bytes() == EXAMPLE.read_bytes()


def test_it_says_at_its_place_that_it_is_invented(example: Plan):
    assert "an invented place" in example.answer("workbook.place")


@pytest.mark.parametrize("edition", ["technical", "public"])
def test_its_plan_says_on_the_first_page_that_it_is_invented(example: Plan, edition: str):
    made = build(example, date=TODAY_OF_EXAMPLE, edition=edition)
    text = " ".join(words(made))
    assert "an invented place" in text[: len(text) // 20]


def test_nobody_in_it_can_be_written_to(told: list[Saying]):
    for one in told:
        for word in one.text.replace(";", " ").replace(",", " ").split():
            if "@" in word or ".example" in word:
                assert word.split("/")[0].endswith((".example", "example.org")), one


@pytest.mark.parametrize("number", range(1, 8))
def test_every_prompt_is_answered(example: Plan, number: int):
    for step in example.curriculum.chapters[number - 1].steps:
        for prompt in step.prompts:
            if prompt.table:
                assert example.rows(prompt.table), prompt.id
            else:
                assert example.answer(prompt.id) is not None, prompt.id


@pytest.mark.parametrize("type", TYPES)
def test_every_record_type_has_two_rows(example: Plan, type: str):
    assert len(example.records(TYPES[type])) >= 2


def test_every_question_of_a_table_is_answered_somewhere(example: Plan):
    for chapter in example.curriculum.chapters:
        for step in chapter.steps:
            for table in step.tables:
                for field in table.fields:
                    values = [example.value(row, field.id) for row in example.rows(table)]
                    assert any(one is not None for one in values), (table.id, field.id)


def test_its_readiness_is_the_one_of_the_field_paper(example: Plan):
    found = {
        one.dimension.id: (
            one.level, one.evidence, one.answered,
            one.lowest.indicator.id, one.lowest.level,
        )
        for one in profile(example, "readiness")
        if one.lowest
    }  # fmt: skip
    assert found == READINESS


def test_what_was_agreed_in_its_newest_round_is_what_the_field_paper_says(example: Plan):
    for part in example.curriculum.assessments["readiness"].dimensions:
        levels = {
            one.data["indicator"]: one.data["level"] for one in example.records(TYPES["consensus"])
        }
        found = tuple(levels[one.id] for one in part.indicators)
        assert found == AGREED[part.id.removeprefix("readiness.")]


def test_every_date_in_it_has_its_year(example: Plan):
    seen = 0
    for type in TYPES.values():
        for name, kind in type.fields.items():
            for record in example.records(type) if isinstance(kind, Date) else ():
                value = record.data.get(name)
                if value is not None:
                    seen += 1
                    assert re.match(r"20[23]\d(-|$)", value), record.id
    assert seen > 150


def test_no_long_text_in_it_stands_twice(told: list[Saying]):
    texts = [one.text for one in told if len(one.text) > 60]
    assert sorted({one for one in texts if texts.count(one) > 1}) == []


def test_no_two_records_of_a_table_stand_at_one_place(example: Plan):
    for type in TYPES.values():
        places = [one.order for one in example.records(type)]
        assert len(set(places)) == len(places), type


def test_each_line_of_readiness_was_rated_by_the_same_three(example: Plan):
    rounds = [
        one for one in example.records(TYPES["round"]) if one.data["assessment"] == "readiness"
    ]
    newest = rounds[-1]
    raters = set(newest.data["raters"])
    rated = [one.data for one in example.records(TYPES["rating"])]
    parts = example.curriculum.assessments["readiness"].dimensions
    lines = [line for part in parts for line in part.indicators]
    assert (len(raters), len(lines)) == (3, 30)
    for line in lines:
        found = [
            one["rater"] for one in rated
            if (one["round"], one["indicator"]) == (newest.id, line.id)
        ]  # fmt: skip
        assert sorted(found) == sorted(raters), line.id


def test_on_systems_change_the_member_from_business_rates_higher_than_the_resident(example: Plan):
    group = {one.id: one.data["group"] for one in example.records(TYPES["rater"])}
    levels = {
        (group[one.data["rater"]], one.data["indicator"]): one.data["level"]
        for one in example.records(TYPES["rating"])
        if one.data["indicator"].startswith("readiness.systems.")
    }
    assert set(levels.values()) == {1, 2, 3}
    lines = {line for _, line in levels}
    sums = {who: sum(levels[who, one] for one in lines) for who in ("business", "resident")}
    assert sums["business"] > sums["resident"]
    assert all(levels["business", one] >= levels["resident", one] for one in lines)


MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"


def test_every_day_that_its_texts_name_has_its_year(told: list[Saying]):
    bare = re.compile(rf"\b(?:{MONTHS}) \d{{1,2}}\b(?!, 20\d\d| and \d{{1,2}}, 20\d\d)")
    assert [(one.place, match[0]) for one in told if (match := bare.search(one.text))] == []


def test_its_texts_say_nothing_of_the_workbook(told: list[Saying]):
    ours = re.compile(r"\b[Cc]hapters? \d|\bworkbook\b|\bthis example\b")
    assert [one.place for one in told if ours.search(one.own)] == []


def test_its_plan_names_whoever_it_speaks_of(example: Plan):
    made = build(example, date=TODAY_OF_EXAMPLE, edition="technical")
    assert [one for one in words(made) if "not named here" in one] == []


def test_no_two_long_answers_share_eight_words_in_a_row(example: Plan):
    texts = {
        id: example.answer(id)
        for id in example.curriculum.prompts
        if isinstance(example.answer(id), str) and len(example.answer(id)) > 100
    }
    assert len(texts) > 100
    seen = defaultdict(set)
    for id, text in texts.items():
        for run in runs(text, 8):
            seen[run].add(id)
    assert {" ".join(run): ids for run, ids in seen.items() if len(ids) > 1} == {}
