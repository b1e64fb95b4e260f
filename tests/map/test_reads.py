"""How the edition for everyone reads: by section, its long sentences, its words of the field."""

from dataclasses import replace

from tests.map.conftest import new_plan
from workbook.curriculum import Curriculum
from workbook.map.reads import LONG, reads
from workbook.plan import Plan

LONG_ONE = " ".join(["and a neighbor came"] * 7) + "."


def test_only_what_everyone_is_told_is_measured(plan: Plan):
    plan.put("embarking.why-now", LONG_ONE)
    plan.add("finding", {"claim": "An inequitable baseline", "driver": LONG_ONE})
    assert reads(plan).summary == ""
    plan.add("finding", {"plain": "Homes are few. Rules shut people out."})
    found = reads(plan)
    assert [(title, step, one.words, one.sentences) for title, step, one in found.sections] == [
        ("What we found", "findings", 7, 2)
    ]
    assert found.whole == found.sections[0][2]
    assert "ease" in found.summary


def test_a_long_sentence_is_found_at_its_place_and_kept_with_a_reason(plan: Plan):
    id = plan.add("finding", {"plain": f"A hall. {LONG_ONE} A key."})
    (one,) = reads(plan).standing
    assert (one.place, one.piece, one.step) == (f"{id}.plain", LONG_ONE, "findings")
    plan.put(one.reason_id, "It is a list that people know by heart")
    found = reads(plan)
    assert (found.standing, len(found.kept)) == ((), 1)


def test_items_of_a_list_and_answers_of_a_row_are_looked_at_too(plan: Plan):
    plan.put("embarking.ask-of-readers", ["Come", LONG_ONE, "Read"])
    row = plan.add("row", {"question": "Why?", "answer": LONG_ONE}, prompt="embarking.faq")
    plan.add("row", {"item": LONG_ONE}, prompt="embarking.web-items")
    found = [(one.place, one.piece) for one in reads(plan).standing]
    assert found == [("embarking.ask-of-readers", LONG_ONE), (f"{row}.answer", LONG_ONE)]


def test_a_word_of_the_field_is_told_once_until_the_team_explains_it(plan: Plan):
    plan.put("embarking.key-message", "Theories of change, said she. “Equity” is her word.")
    plan.put("data.story", "Our theory of change is short.")
    (one,) = reads(plan).standing
    assert (one.piece, one.place) == ("Theories of change", "embarking.key-message")
    assert "Theory of change" in reads(plan).summary
    assert "Work under way" not in one.advice.instead
    plan.add("term", {"word": "Theory of change", "meaning": "Why we think that it works."})
    assert reads(plan).standing == ()


def test_formulas_are_left_out_where_the_plan_is_in_another_language(curriculum: Curriculum):
    words = {**curriculum.map_words, "lang": "es"}
    plan = new_plan(replace(curriculum, map_words=words))
    plan.put("embarking.key-message", LONG_ONE)
    found = reads(plan)
    assert (found.whole, found.sections) == (None, ())
    assert [one.advice.id for one in found.standing] == [LONG]


def test_the_example_reads_as_easily_as_it_asks_others_to(example: Plan):
    found = reads(example)
    assert found.whole
    assert found.whole.grade < 8
    assert found.whole.score > 60
    assert {one.advice.id for one in found.standing} <= {LONG}
