"""What is said to be a fact has a source, and real places stand only where they belong."""

import re
from typing import Any

from tests.content.chapters import Chapters, steps
from tests.content.sayings import Saying
from workbook.curriculum import Curriculum

YEAR = re.compile(r"\b(19|20)\d\d\b")
DATED = re.compile(r"\b(19|20)\d\d\b|toolkit|booneindicators\.org|Urban Institute|Adaptation")
REAL = re.compile(
    r"\b(Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia"
    r"|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts"
    r"|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (Hampshire|Jersey|Mexico"
    r"|York)|(North|South) (Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island"
    r"|Tennessee|Texas|Utah|Vermont|Virginia|Washington|Wisconsin|Wyoming|Boone|Ramsey"
    r"|Summit County|Philadelphia|Alameda|Riverside|St\. Lucie|Columbia|Akron|Seattle|Portland"
    r"|Providence|Charlottesville|San Diego|Chicago|Denver)\b"
)
"""The states, and the places that the field's sources speak of."""


def cases(chapters: Chapters) -> list[dict[str, Any]]:
    return [case for step in steps(chapters) for case in step.get("case", [])]


def test_every_case_has_a_place_a_year_and_a_source(chapters: Chapters):
    assert len(cases(chapters)) >= 10
    for one in cases(chapters):
        assert REAL.search(one["place"]), one
        assert YEAR.search(one["year"]), one
        assert DATED.search(one["source"]), one
        assert len(one["text"].split()) >= 25, one


def test_the_cases_of_chapter_1_are_washington_ramsey_with_summit_and_boone(chapters: Chapters):
    found = [(one["place"], one["year"]) for one in cases(chapters[:1])]
    assert found == [
        ("Washington, DC", "2021-22"),
        ("Ramsey County, Minnesota, and Summit County, Ohio", "2022"),
        ("Boone County, Missouri", "2022"),
    ]


def test_every_mistake_has_a_source(chapters: Chapters):
    for step in steps(chapters):
        assert step["mistake"], step["id"]
        for one in step["mistake"]:
            assert one["text"].strip(), step["id"]
            assert one["source"].strip(), step["id"]


def test_a_source_in_the_readings_is_named_as_it_names_itself(curriculum: Curriculum):
    for one in curriculum.readings.values():
        assert one.publisher, one.id
        assert one.year == "undated" or YEAR.search(one.year), one.id
        assert len(one.what_for.split()) >= 8, one.id


def test_every_reading_and_every_term_is_used_by_a_step(curriculum: Curriculum):
    used = curriculum.steps.values()
    assert set(curriculum.readings) - {one.id for step in used for one in step.read} == set()
    assert set(curriculum.words) - {one.id for step in used for one in step.words} == set()


def test_real_places_stand_in_cases_and_sources_only(chapters: Chapters, said: list[Saying]):
    open_texts = [
        one for one in said
        if one.place[0].isdigit() and one.key not in ("source", "place")
        and one.text not in {case["text"] for case in cases(chapters)}
    ]  # fmt: skip
    assert [(one.place, found[0]) for one in open_texts if (found := REAL.search(one.text))] == []


def test_the_worked_example_names_no_real_place(told: list[Saying]):
    assert [(one.place, found[0]) for one in told if (found := REAL.search(one.text))] == []
