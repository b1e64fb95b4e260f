"""What is found in a plan and its guidance, in which order, and what is said where nothing is."""

from __future__ import annotations

import pytest

from workbook.curriculum import Curriculum
from workbook.map.public import Public
from workbook.plan import Plan
from workbook.search import Hit, Search


def found(plan: Plan, text: str, sort: str = "records") -> list[str]:
    """The ids of what is found of a sort, the best first."""
    return [one.id for one in Search(plan).find(text).hits if one.sort == sort]


def first(plan: Plan, text: str, sort: str = "records") -> Hit:
    return next(one for one in Search(plan).find(text).hits if one.sort == sort)


def met(hit: Hit) -> list[str]:
    """The words of its line that are marked."""
    return [hit.line.text[start:end] for start, end in hit.line.met]


def test_every_word_has_to_be_there_wherever_in_a_record(plan: Plan):
    walk = plan.add("activity", {"title": "Data walk", "place": "School gym"})
    plan.add("activity", {"title": "Supper", "place": "School kitchen"})
    assert found(plan, "gym data") == [walk]
    assert found(plan, "gym supper") == []


def test_as_it_is_comes_before_a_beginning_and_both_before_a_slip(plan: Plan):
    near = plan.add("heard", {"text": "The base is far"})
    begun = plan.add("heard", {"text": "A business opened"})
    exact = plan.add("heard", {"text": "No bus runs"})
    plan.add("heard", {"text": "A train runs"})
    assert found(plan, "bus") == [exact, begun]
    slip = plan.add("heard", {"text": "The hosuing list"})
    assert found(plan, "housing") == [slip]
    assert found(plan, "bsae") == [near]


def test_a_name_comes_before_the_text_and_before_what_points_to_it(plan: Plan):
    pointing = plan.add("activity", {"title": "Supper", "host": []})
    told = plan.add("activity", {"title": "Walk", "place": "At Marisol's"})
    person = plan.add("stakeholder", {"name": "Marisol Reyes"})
    plan.put(pointing, [person], "host")
    assert found(plan, "marisol") == [person, told, pointing]
    hit = next(one for one in Search(plan).find("marisol supper").hits if one.id == pointing)
    assert (hit.title.text, hit.field, hit.line.text) == ("Supper", "host", "Marisol Reyes")
    assert found(plan, "marisol supper") == [pointing]


def test_words_side_by_side_come_before_words_apart(plan: Plan):
    apart = plan.add("heard", {"text": "A bus that is always late"})
    together = plan.add("heard", {"text": "We need a late bus"})
    assert found(plan, "late bus") == [together, apart]


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Die Müllabfuhr der Straße", "mullabfuhr strasse"),
        ("La señora Núñez", "nunez"),
        ("İstanbul'da \u0131s\u0131", "istanbul isi"),
        ("我们需要晚班公交车", "公交"),
        ("バスは三時に出ます", "三時"),
        ("รถเมล์ออกตอนสามโมง", "สามโมง"),
        ("Costs $19,000 a year", "19,000"),
        ("[red]x[/] <script> | pipe", "script pipe"),
    ],
)
def test_any_script_and_any_accent(plan: Plan, text: str, typed: str):
    id = plan.add("heard", {"text": text})
    assert found(plan, typed) == [id]
    assert met(first(plan, typed))


def test_what_a_choice_is_called_and_an_amount_are_found_too(plan: Plan):
    id = plan.add("strategic_action", {"title": "Buses", "cost": 38000})
    for typed in ("38000", "38,000"):
        assert found(plan, typed) == [id]
    sector = next(iter(plan.options("sectors").values()))
    person = plan.add("stakeholder", {"name": "Ana", "sector": sector.id})
    assert person in found(plan, sector.name)


def test_a_hit_says_where_it_is_and_shows_the_line_around(plan: Plan):
    long = "First line.\nSecond. " + "word " * 60 + "the late\tbus leaves at three " + "more " * 80
    id = plan.add("activity", {"title": "Walk", "barriers": None})
    heard = plan.add("heard", {"text": "Short", "activity": id, "why_not": long})
    hit = first(plan, "late bus")
    assert (hit.id, hit.field, hit.step) == (heard, "why_not", "what-we-heard")
    assert met(hit) == ["late", "bus"]
    assert hit.line.text.startswith("…")
    assert hit.line.text.endswith("…")
    assert len(hit.line.text) < 250
    assert "\t" not in hit.line.text
    assert "First line" not in hit.line.text


def test_an_answer_is_found_by_its_question_and_by_what_it_says(plan: Plan):
    plan.put("embarking.case-for-change", "Rents doubled.\nNobody was asked.")
    hit = first(plan, "asked nobody", "answers")
    assert (hit.id, hit.step, met(hit)) == (
        "embarking.case-for-change", plan.curriculum.step_of(hit.id).id, ["Nobody", "asked"],
    )  # fmt: skip
    name = plan.curriculum.prompts[hit.id].name
    assert first(plan, name, "answers").line.text == "Rents doubled."


def test_the_guidance_is_found_page_by_page(plan: Plan, curriculum: Curriculum, example: Plan):
    search = Search(plan, example)
    pages = {one.page for one in search.find("the", ["guidance"]).hits}
    assert pages == {"", "guide", "questions", "example", "mistakes", "cases", "words"}
    hit = search.find("home health aide thursday", ["guidance"]).hits[0]
    assert (hit.id, hit.page, hit.title.text) == ("activities", "guide", "Activities")
    word = search.find("upward mobility getting ahead", ["guidance"]).hits[0]
    assert (word.page, word.title.text) == ("words", "Upward mobility")
    prompt = curriculum.prompts["engaging.barriers"]
    asked = search.find(prompt.ask, ["guidance"]).hits[0]
    assert (asked.id, asked.field, asked.page) == ("activities", prompt.id, "")
    item = curriculum.assessments["readiness"].indicators[0]
    assert search.find(item.here, ["guidance"]).hits[0].field == item.id


def test_one_sort_alone_is_looked_through_and_only_the_best_are_given(plan: Plan):
    ids = [plan.add("heard", {"text": f"bus {number}"}) for number in range(9)]
    answer = Search(plan).find("bus", ["records"], 4)
    assert [one.id for one in answer.hits] == ids[:4]
    assert answer.counts == {"records": 9}


@pytest.mark.parametrize("text", ["", "   ", "!?", "\x1b", "…"])
def test_nothing_typed_finds_nothing(plan: Plan, text: str):
    assert Search(plan).find(text).hits == ()


def test_where_nothing_is_found_it_says_what_may_be_meant(plan: Plan):
    plan.add("heard", {"text": "The scholarship ended"})
    plan.add("heard", {"text": "Ana Quezada moved"})
    answer = Search(plan).find("Skolarshyp", ["records"])
    assert (answer.hits, answer.meant) == ((), "scholarship")
    answer = Search(plan).find("Scholarship Quezada", ["records"])
    assert (answer.meant, answer.alone) == ("", (("Scholarship", 1), ("Quezada", 1)))
    assert Search(plan).find("zzzzzz", ["records"]).alone == (("zzzzzz", 0),)


def test_a_whole_page_that_is_pasted_finds_nothing_and_ends_soon(plan: Plan):
    plan.add("heard", {"text": "x " * 40_000})
    assert Search(plan).find("[/] word " * 20_000, ["records"]).hits == ()
    assert len(first(plan, "x").line.met) < 250


def test_of_an_open_round_nothing_is_found_until_it_is_closed(plan: Plan):
    search = Search(plan)
    plan.subscribe(search.update)
    rater = plan.add("rater", {"alias": "Heron"})
    round = plan.add("round", {"assessment": "readiness", "name": "First", "raters": [rater]})
    item = plan.curriculum.assessments["readiness"].indicators[0]
    values = {"round": round, "indicator": item.id, "level": 4}
    rating = plan.add("rating", {**values, "rater": rater, "evidence": "A letter of the mayor"})
    agreed = plan.add("consensus", values)
    for text in ("heron", "letter mayor", "4 holding", "holding", "holdnig"):
        assert not {rater, rating, agreed} & {one.id for one in search.find(text).hits}, text
    assert search.find("mayorr", ["records"]).meant == ""
    plan.put(round, True, "closed")
    assert {rating, agreed} <= {one.id for one in search.find("holding").hits}
    assert rating in {one.id for one in search.find("heron").hits}
    plan.put(round, False, "closed")
    assert not {rater, rating, agreed} & {one.id for one in search.find("holding").hits}


def test_of_the_public_view_only_what_is_public(plan: Plan):
    plan.add("stakeholder", {"name": "Ana Quezada", "role": "Nurse", "worries": "Her lease"})
    search = Search(Public(plan))
    assert search.find("quezada").hits == ()
    assert search.find("lease", ["records"]).hits == ()
    (hit,) = search.find("nurse", ["records"]).hits
    assert "Quezada" not in hit.title.text
