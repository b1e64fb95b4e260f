"""The sheets of a data walk: what hangs at each station, what is asked, room for notes."""

import pytest

from workbook.hearing import numbers
from workbook.plan import Plan
from workbook.walking import NoStations, caption, hang, printed

WALK = "act-377d7hb7"


def test_prairie_forks_six_stations_are_six_sheets(example: Plan):
    text, _ = printed(example)
    assert text.startswith("# Data walk, school gym: sheets for the walls\n")
    assert "April 9, 2026, Eastside School gym" in text
    assert [one for one in text.splitlines() if one.startswith("## ")] == [
        f"## Station {number}" for number in range(1, 7)
    ]
    first = text.partition("## Station 2")[0]
    assert "**For every 100 families with the lowest incomes there are 38 homes" in first
    assert "Housing affordability\n\n38 homes affordable and available" in first
    assert "Compared with: The state: 47" in first
    assert "- Does this match what you see?\n- What makes it so?\n" in first
    assert first.count("|  |  |") == 6
    assert "each with s1 at its end" in first


def test_the_number_on_a_sheet_is_the_tag_that_keys_its_notes_in(example: Plan):
    ids = numbers(example, WALK).stations
    for number, id in enumerate(ids, 1):
        sheet = printed(example)[0].split("## Station ")[number]
        assert str(example.raw(id, "caption"))[:40] in sheet
        assert f"with s{number} at its end" in sheet


def test_nobody_is_named_on_a_wall_who_has_not_agreed(example: Plan):
    assert "Keisha Barnes" in printed(example)[0]
    example.put("stk-sngkh1mn", False, "may_be_named")
    example.put("stn-fg1k5kt4", ["Maria Lopez"], "facilitator")
    text, said = printed(example)
    assert "Keisha Barnes" not in text
    assert "Maria Lopez" not in text
    assert "not named" not in text
    assert any("A name was left out" in one for one in said)


def test_a_published_figure_hangs_year_by_year(plan: Plan):
    series = "mts-00000001"
    values = {year: {"value": value} for year, value in (("2021", 3.5), ("2022", 4.1))}
    plan.db.of("metric_series").keep(
        series, {"variable": "homeless_rate", "subgroup": "Black students", "values": values,
                 "source": "EDFacts"},
    )  # fmt: skip
    assert caption(plan, series).endswith("4.1 (2022)")
    [id] = hang(plan, [series])
    assert plan.raw(id, "questions").startswith("Is that how it is for you?")
    text, _ = printed(plan)
    assert "# Data walk: sheets for the walls" in text
    assert "| 2021 | 2022 |" in text
    assert "| 3.5 | 4.1 |" in text


def test_stations_are_hung_in_the_only_data_walk_that_there_is(plan: Plan):
    walk = plan.add("activity", {"title": "Walk", "method": "data-walk"})
    source = plan.add("data_source", {"source": "Voucher log", "question": "How many find a home?"})
    reading = plan.add("metric_reading", {"note": "38 per 100, 2023. Strong data."})
    one, two = hang(plan, [source, reading])
    assert plan.raw(one).items() >= {
        "activity": walk, "shows": source, "caption": "How many find a home?",
    }.items()  # fmt: skip
    assert plan.raw(two, "caption") == "38 per 100, 2023."
    plan.undo()
    assert plan.record(one) is None


def test_without_a_station_there_is_nothing_to_print(plan: Plan):
    with pytest.raises(NoStations, match="This workbook has no stations yet"):
        printed(plan)


def test_hostile_words_are_shown_and_what_was_removed_is_told(plan: Plan):
    reading = plan.add("metric_reading", {"note": "x"})
    text = "<script>x</script> | [a](b) # {{ x }}"
    plan.add("station", {"caption": text, "questions": text, "shows": reading})
    plan.remove(reading)
    sheets, _ = printed(plan)
    assert "<script" not in sheets
    assert r"\[a\](b)" in sheets
    assert "Nothing hangs here yet." in sheets
