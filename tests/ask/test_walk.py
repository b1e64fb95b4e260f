"""The walk: where it is, where the words lead, and that nothing given is lost."""

import datetime
import io
import unicodedata
from collections.abc import Callable

import pytest
from tinydb.storages import MemoryStorage

from workbook.ask.plain import PlainAsker
from workbook.ask.walk import Walk
from workbook.curriculum import Curriculum
from workbook.plan import Plan
from workbook.store.tables import Tables

Driver = Callable[..., str]


def test_a_question_says_where_it_stands_what_it_asks_and_why(walk: Driver):
    said = walk("", "kinds")
    assert "Question 1 of 15. Chapter 1, Step kinds. Name of line." in said
    assert "What is line?\nWhy: Why line.\n" in said


def test_a_chapter_and_a_step_are_opened_once_with_their_reasons(walk: Driver):
    said = walk("\n" * 30)
    assert said.count("Chapter 2. The second chapter.\nIt serves us.") == 1
    assert said.count("Chapter 1, Step kinds: Do kinds.\nWhy kinds.") == 1


def test_the_present_answer_is_said_and_an_empty_line_keeps_it(walk: Driver, plan: Plan):
    plan.put("small.line", "Prairie Fork")
    assert "Now: Prairie Fork\n" in walk("\n", "kinds")
    assert plan.answer("small.line") == "Prairie Fork"


def test_offers_are_numbered_with_their_notes(walk: Driver):
    said = walk("", "kinds") + walk("\n" * 6, "kinds")
    assert "1. With us.\n2. Against us.\n3. Not decided. has not heard enough\n" in said


def test_back_goes_to_the_question_before_also_over_a_step(walk: Driver, plan: Plan):
    walk("\n:back\n\nanswered\n", "groups", "kinds")
    assert plan.answer("small.line") == "answered"
    said = walk(":back\nfirst\n", "kinds")
    assert said.count("Question 1 of 15.") == 2


def test_skip_leaves_one_question_and_later_the_rest_of_the_step(walk: Driver, plan: Plan):
    walk(":skip\nlong text\n.\n", "kinds")
    assert plan.answer("small.line") is None
    assert plan.answer("small.long") == "long text"
    said = walk(":later\n\nlast one\n", "kinds", "hours")
    assert "Question 16 of 17." in said
    assert plan.answer("small.last") == "last one"


def test_clear_empties_an_answer(walk: Driver, plan: Plan):
    plan.put("small.line", "old")
    walk(":clear\n", "kinds")
    assert plan.answer("small.line") is None


def test_help_says_the_guide_the_reason_and_the_words_then_asks_again(walk: Driver):
    said = walk(":help\nPrairie\n", "kinds")
    assert "How to do kinds." in said
    assert ":later: leave the rest of this step" in said
    assert said.count("Question 1 of 15.") == 2


@pytest.mark.parametrize("which", ["3", "hours", "chapter 2, step hours", "HOURS"])
def test_one_goes_to_any_step_by_its_number_or_name(walk: Driver, plan: Plan, which: str):
    said = walk(f":go\n{which}\n\nlast one\n", "groups")
    assert "1. Chapter 1, Step groups. You are here.\n2. Chapter 1, Step kinds. " in said
    assert "Question 17 of 18. Chapter 2, Step hours." in said
    assert "Chapter 2. The second chapter." in said
    assert plan.answer("small.last") == "last one"


def test_one_goes_from_within_a_row_and_what_was_given_of_it_stays(walk: Driver, plan: Plan):
    walk("add\nEast\n:go\nkinds\nPrairie\n", "groups")
    assert plan.answer("small.line") == "Prairie"
    assert [one["name"] for one in plan.db.of("community_group")] == ["East"]


@pytest.mark.parametrize("typed", ["\n", ":back\n", "step\n99\n\n"])
def test_one_stays_where_no_step_is_chosen(walk: Driver, plan: Plan, typed: str):
    said = walk(f":go\n{typed}Prairie\n", "kinds")
    assert plan.answer("small.line") == "Prairie"
    if "99" in typed:
        assert "More than one fits “step”" in said
        assert "There is no number 99 in the list." in said


def test_input_that_ends_while_one_chooses_a_step_is_the_end(walk: Driver):
    assert walk(":go\n", "kinds").endswith("Answer: \n\n")


def test_who_agreed_to_a_step_can_be_noted_at_any_question(walk: Driver, plan: Plan):
    said = walk(":agree\nCoalition, May 6, 2026\nPrairie\n", "kinds")
    assert "Who agreed to this step, and when?" in said
    assert plan.answer("agreed.kinds") == "Coalition, May 6, 2026"
    assert plan.answer("small.line") == "Prairie"


def test_a_word_that_is_none_is_answered_with_the_one_that_is_meant(walk: Driver, plan: Plan):
    said = walk(":bakc\n:smile\nPrairie\n", "kinds")
    assert "Did you mean :back?" in said
    assert "The words are :back, :skip" in said
    assert plan.answer("small.line") == "Prairie"


def test_a_word_with_more_beside_it_is_not_taken_for_an_answer(walk: Driver, plan: Plan):
    said = walk(":go hours\n\\:go hours\n", "kinds")
    assert ":go stands alone, without “hours”." in said
    assert plan.answer("small.line") == ":go hours"


def test_quit_stops_and_what_was_given_stays(walk: Driver, plan: Plan):
    said = walk("Prairie\n:quit\nnever read\n", "kinds")
    assert plan.answer("small.line") == "Prairie"
    assert "Question 3" not in said


@pytest.mark.parametrize("typed", ["Prairie", "Prairie\n", "Prairie\nunfinished\ntext"])
def test_input_that_ends_anywhere_keeps_what_was_given(walk: Driver, plan: Plan, typed: str):
    walk(typed, "kinds")
    assert plan.answer("small.line") == "Prairie"
    if "text" in typed:
        assert plan.answer("small.long") == "unfinished\ntext"


@pytest.mark.parametrize("word", [":quit", ":skip", ":later", ":back", ":QUIT "])
def test_a_word_within_a_text_is_obeyed_and_what_stands_before_it_is_kept(
    walk: Driver, plan: Plan, word: str
):
    plan.put("small.long", "old")
    said = walk(f"\nOne.\n\nTwo.\n{word}\n", "kinds")
    assert plan.answer("small.long") == "One.\n\nTwo."
    assert f"Kept: what you wrote before {word.strip().lower()}.\n" in said
    asked = said.count("Name of line."), said.count("Name of long."), said.count("Name of number.")
    assert asked == {":skip": (1, 1, 1), ":back": (2, 1, 0)}.get(word, (1, 1, 0))


@pytest.mark.parametrize("word", [":help", ":agree\nCoalition"])
def test_after_help_within_a_text_the_text_goes_on(walk: Driver, plan: Plan, word: str):
    walk(f"\nOne.\n{word}\n\nTwo.\n.\n", "kinds")
    assert plan.answer("small.long") == "One.\n\nTwo."
    walk(f"\nOne.\n{word}\n:help\nTwo", "kinds")
    assert plan.answer("small.long") == "One.\nTwo"


def test_clear_within_a_text_empties_the_answer(walk: Driver, plan: Plan):
    assert "Kept:" not in walk("\nOne.\n:clear\n", "kinds")
    assert plan.answer("small.long") is None


def test_a_text_that_cannot_be_kept_is_refused_and_the_word_waits(walk: Driver, plan: Plan):
    plan.add("community_group", {"name": "East"})
    said = walk("\n" * 14 + "9: because\n:quit\n1: because\n:quit\n", "kinds")
    assert "There is no number 9 in the list." in said
    assert said.count("Kept: what you wrote before :quit.") == 1
    assert [one["rationale"] for one in plan.answer("small.links")] == ["because"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("One.\n\\:quit", "One.\n:quit"), ("One.\n :quit", "One.\n :quit"), ("\\:quit", ":quit"),
        ("One.\n\\\\:quit", "One.\n\\:quit"), (" :quit\nTwo.", " :quit\nTwo."),
        ("One.\n:smile", "One.\n:smile"), ("One.\n:quit it", "One.\n:quit it"),
        ("One.\n\\o/", "One.\n\\o/"),
    ],
)  # fmt: skip
def test_a_line_that_would_be_a_word_can_be_written_as_text(
    walk: Driver, plan: Plan, typed: str, kept: str
):
    walk(f"\n{typed}\n.\n", "kinds")
    assert plan.answer("small.long") == kept


def test_how_a_word_is_written_as_text_is_said_where_it_is_needed(walk: Driver):
    for typed in (":help\n", ":smile\n"):
        assert "as text, put a space or a backslash before it." in walk(typed, "kinds")


def test_the_first_line_says_how_to_get_help_and_how_to_leave(walk: Driver):
    first = walk("", "kinds").split("\n\n")[0]
    assert ":help" in first
    assert ":quit" in first
    assert "\n" not in first


def test_an_empty_line_parts_an_answer_from_what_comes_next(walk: Driver):
    said = walk("Prairie\nOne.\nTwo.\n.\n", "kinds")
    for number in (2, 3):
        assert f": \n\nQuestion {number} of 15." in said


def test_an_option_with_a_number_of_its_own_has_that_and_no_second(curriculum: Curriculum):
    plan = Plan(Tables(storage=MemoryStorage), curriculum, today=datetime.date(2026, 5, 20))
    out = io.StringIO()
    typed = io.StringIO("\n" * 4 + "3, 5\n")
    Walk(plan, PlainAsker(typed, out, typed=False), lambda: None, [curriculum.steps["place"]]).run()
    assert "\n1 Embarking.\n2 Building the coalition.\n" in out.getvalue()
    assert plan.answer("workbook.chapters") == ["engaging", "actions"]


def test_every_answer_is_saved_before_the_next_question(plan: Plan):
    saved: list[str | None] = []
    typed = io.StringIO("one\n\n12\n")
    asker = PlainAsker(typed, io.StringIO(), typed=False)
    steps = [plan.curriculum.steps["kinds"]]
    walk = Walk(plan, asker, lambda: saved.append(plan.answer("small.number")), steps)
    assert not walk.run()
    assert saved == [None, 12]
    assert walk.changes == 2


def test_the_same_answer_again_is_no_change(plan: Plan):
    plan.put("small.line", "one")
    asker = PlainAsker(io.StringIO("one\n"), io.StringIO(), typed=False)
    walk = Walk(plan, asker, lambda: None, [plan.curriculum.steps["kinds"]])
    walk.run()
    assert walk.changes == 0


HOSTILE = "\x1b[2J \x1b]52;c;aGk=\x07 [bold red]x[/] \u202eevil\u2066 \x9b31m \ud800 end"


def test_hostile_text_reaches_the_output_with_marks_only(plan: Plan, walk: Driver):
    for name in ("line", "long"):
        plan.db.of("answers").keep(f"small.{name}", {"value": HOSTILE})
    group = plan.add("community_group", {"name": "East"})
    plan.db.of("community_group").change(group, lambda fields: fields.update(name=HOSTILE))
    said = walk("edit 1\n\n\n\n\n" + f"{HOSTILE}\n" * 3 + "\n" * 40)
    assert "[bold red]x[/]" in said
    strange = [c for c in said if unicodedata.category(c) in ("Cc", "Cs", "Cf") and c != "\n"]
    assert strange == []


def test_characters_that_cannot_be_kept_are_left_out_with_a_notice(walk: Driver, plan: Plan):
    said = walk("Prai\x1brie\n", "kinds")
    assert plan.answer("small.line") == "Prairie"
    assert "One character that cannot be shown was left out." in said


def test_a_value_that_is_none_of_its_kind_is_said_so_and_can_be_replaced(plan: Plan, walk: Driver):
    plan.db.of("answers").keep("small.line", {"value": 12})
    assert "cannot be read as an answer" in walk("Prairie\n", "kinds")
    assert plan.answer("small.line") == "Prairie"


def test_a_long_answer_is_read_out_in_part(plan: Plan, walk: Driver):
    plan.put("small.long", "word " * 1000)
    assert "… (5,000 characters in all)" in walk("\n", "kinds")


def test_many_records_are_read_out_in_part_and_found_by_a_part_of_the_name(
    plan: Plan, walk: Driver
):
    for number in range(30):
        plan.add("community_group", {"name": f"Group number {number}"})
    said = walk("\n" * 10 + "number 27\n", "kinds")
    assert "20. Group number 19.\nAnd 10 more: type a part of the name." in said
    assert plan.label(plan.answer("small.ref")) == "Group number 27"


def test_the_last_change_is_taken_back_and_told(walk: Driver, plan: Plan):
    plan.put("small.line", "old")
    plan.settle()
    said = walk("new\n:undo\n:undo\n:undo\n", "kinds")
    assert "Taken back: " in said
    assert "“new”" in said
    assert "There is nothing to take back since you came." in said
    assert plan.answer("small.line") is None


def test_a_removed_row_comes_back_and_one_that_was_begun_goes(walk: Driver, plan: Plan):
    plan.add("community_group", {"name": "East"})
    walk("remove 1\n:undo\n\n", "groups")
    assert [one["name"] for one in plan.db.of("community_group")] == ["East"]
    said = walk("add\nWest\n:undo\n5\n:done\nadd\nNorth\n:undo\n:done\n", "groups")
    assert [one.get("name") for one in plan.db.of("community_group")] == ["East", None]
    assert "Nothing was added." in said
