"""The Mobility Metrics of a place, from small files in the published layout."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.imports.published import CITY, GROUPS, HEAD, ROWS, changed, text, written
from workbook.imports.asked import asked_for
from workbook.imports.metric_changes import Changes, changes, take_in
from workbook.imports.metric_places import Place, Unknown
from workbook.imports.metric_telling import summary
from workbook.imports.metrics import take
from workbook.imports.published import Published
from workbook.imports.sheet import Unreadable
from workbook.plan import Plan
from workbook.records.data import MetricSeries

Bring = Callable[..., str]


@pytest.fixture
def bring(plan: Plan, tmp_path: Path) -> Bring:
    """Imports a file's text into the plan; gives all that is said of it."""

    def run(content: str, place: str = "", *peers: str, medians: bool = False) -> str:
        found, told = look(content, place, *peers, medians=medians)
        take_in(plan, found)
        return told

    def look(content: str, place: str, *peers: str, medians: bool) -> tuple[Changes, str]:
        metrics = plan.curriculum.framework["metric"]
        published = Published(written(tmp_path / "metrics.csv", content), metrics)
        wanted = asked_for(plan, published, place, peers, choose=_first)
        taken = take(published, wanted.codes, medians=medians or wanted.medians)
        found = changes(plan, taken, wanted.own, "metrics.csv")
        return found, "\n".join(summary(taken, found, wanted.own, plan.curriculum.framework))

    return run


def _first(text: str, several: list[Place]) -> Place:
    return several[0]


def series(plan: Plan, variable: str, code: str = "29019", group: str = "") -> MetricSeries:
    """The one series of a metric for a place and a group."""
    [found] = [
        one for one in plan.records(MetricSeries)
        if (one.variable, one.place_code, one.subgroup or "") == (variable, code, group)
    ]  # fmt: skip
    return found


def test_a_series_holds_value_bounds_quality_and_source_of_each_year(plan: Plan, bring: Bring):
    bring(text(), "29019")
    one = series(plan, "share_employed")
    assert one.values == {
        "2020": {"value": 0.8, "low": 0.75, "high": 0.85, "quality": 1},
        "2021": {"value": 0.82, "low": 0.78, "high": 0.86, "quality": 3},
    }
    assert (one.predictor, one.geography) == ("employment-opportunities", "Boone County, Missouri")
    assert (one.file, one.imported_on, one.peer) == ("metrics.csv", "2026-05-20", None)
    assert str(one.source).startswith("Urban Institute, Mobility Metrics (American Community Surv")
    assert series(plan, "rate_injury_death").values == {"2020": {"value": 60.5, "quality": 1}}
    pair = series(plan, "ratio_black_nh_house_value_households").values or {}
    assert pair["2021"] == {"value": "0.034:0.118", "quality": 1}
    assert len(plan.records(MetricSeries)) == 3


@pytest.mark.parametrize(
    "typed",
    [
        "29019",
        " 29019 ",
        "Boone County, Missouri",
        "boone, missouri",
        "BOONE  COUNTY MO",
        "Boone, MO",
    ],
)
def test_a_place_is_found_by_code_and_by_name(plan: Plan, bring: Bring, typed: str):
    bring(text(), typed)
    assert {one.place_code for one in plan.records(MetricSeries)} == {"29019"}


def test_a_name_with_stray_blanks_is_the_name(plan: Plan, bring: Bring):
    bring(text(), "greene county missouri")
    assert series(plan, "share_employed", "29077").geography == "Greene County, Missouri"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("29018", "No county in the file has the code 29018. Near to it: Boone County, Missouri"),
        ("Boon County", "No county in the file is called “Boon County”. Near to it: Boone County"),
        ("Missouri", "Near to it: Boone County, Missouri (29019); Greene County, Missouri (29077)"),
        ("99999", "has the code 99999. Check it, or give the name."),
        ("Xyzzy", "is called “Xyzzy”. Give its code."),
        ("1001", "1001 has 4 digits: it lost its zero. Write 01001."),
        ("2915670", "2915670 is the code of a city, and the file is about counties."),
        ("29", "29 is no code of a county: two digits of the state and 3 of the county"),
        ("", "Which county is it? The workbook has none of its own yet"),
    ],
)
def test_a_place_that_is_not_there_is_refused_with_those_near_to_it(
    plan: Plan, bring: Bring, typed: str, said: str
):
    with pytest.raises(Unreadable) as refused:
        bring(text(), typed)
    assert said in str(refused.value)
    assert plan.records(MetricSeries) == []


def test_which_of_several_places_of_a_name_is_asked(plan: Plan, tmp_path: Path):
    published = Published(written(tmp_path / "m.csv", text()), plan.curriculum.framework["metric"])
    asked: list[list[str]] = []

    def choose(typed: str, several: list[Place]) -> Place:
        asked.append([f"{typed}: {one}" for one in several])
        return several[1]

    wanted = asked_for(plan, published, "Boone County", (), choose=choose)
    assert asked == [
        ["Boone County: Boone County, Illinois", "Boone County: Boone County, Missouri"]
    ]
    assert wanted.own == "29019"


SHORT = f"{HEAD}\n2020,29,019,Missouri,Boone County,1,0.8,0.75"
BAD = {
    "none of these files": ("Name,Power\nAna,4\n", "is not a file of the Mobility Metrics"),
    "nothing": ("", "is empty"),
    "no row": (f"{HEAD}\n", "names its columns and has no row"),
    "half a row": (f"{SHORT}\n", "breaks off in line 2, which has 8 of 14 cells"),
    "half a line": (text()[:-4], "its last line does not end"),
    "a row too short": (changed("0.8,0.75,0.85", "0.8,0.85"), "Line 2 has 13 cells, and 14"),
    "an open quotation": (changed("Boone County", '"Boone County'), "cannot be read"),
    "no state": (text().replace("state,", "stat,", 1), "The column “state” is missing"),
    "no year": (text().replace("year,", "yr,", 1), "The column “year” is missing"),
    "no county": (text().replace("county,", "cnt,", 1), "The column “county (or place)” is"),
    "no metric": (text(*ROWS, head="year,state,county,state_name,county_name"), "No column of the"),
    "two releases": (
        text(head=HEAD.replace("rate_injury_death_quality", "election_turnout").replace(
            "rate_injury_death,", "share_election_turnout,")),
        "“share_election_turnout” and “election_turnout” are the same metric",
    ),
    "a row twice": (text(*ROWS, ROWS[0]), "Lines 2 and 8 both are about 2020"),
    "over its range": (changed("0.8,0.75", "80,0.75"), "Line 2, column “share_employed”: “80”"),
    "NaN": (changed("60.5", "NaN"), "“NaN” is not a number"),
    "inf": (changed("60.5", "inf"), "“inf” is not a number"),
    "out of its bounds": (changed("0.8,0.75", "0.7,0.75"), "lies outside of its own bounds"),
    "half a pair": (changed("0.018:0.068", "0.018"), "“0.018” is no pair such as"),
    "a side that is none": (changed("0.018:0.068", "1.8:0.068"), "is not between 0 and 1"),
    "another quality": (changed("0.85,Strong", "0.85,Good"), "the quality “Good” is not Strong,"),
    "a year that is NA": (changed("2020,29,019", "NA,29,019"), "Line 2: the year is missing"),
    "no year at all": (changed("2020,29,019", "20,29,019"), "Line 2: the year “20” is no year"),
    "lost zeros": (
        text(ROWS[0], "2020,1,1,Alabama,Autauga County,55000,0.8,,,,,,,"),
        "Line 3: the code of the state, “1”, lost its zeros, as in a spreadsheet",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_refused_whole_in_a_sentence(plan: Plan, bring: Bring, case: str):
    content, said = BAD[case]
    with pytest.raises(Unreadable) as refused:
        bring(content, "29019")
    assert said in str(refused.value)
    assert len(str(refused.value)) < 300
    assert plan.records(MetricSeries) == []


def test_a_file_that_is_no_text_or_not_there_or_too_large_is_refused(plan: Plan, tmp_path: Path):
    metrics = plan.curriculum.framework["metric"]
    path = tmp_path / "m.csv"
    with pytest.raises(Unreadable, match="cannot be read"):
        Published(path, metrics)
    with pytest.raises(Unreadable, match="is not a file"):
        Published(tmp_path, metrics)
    path.write_bytes(text().encode().replace(b"Illinois", b"Illin\xf1is"))
    with pytest.raises(Unreadable, match="is not UTF-8"):
        take(Published(path, metrics), ["29019"])
    with path.open("wb") as file:
        file.truncate((512 << 20) + 1)
    with pytest.raises(Unreadable, match="is larger than 512 MB"):
        Published(path, metrics)


def test_a_file_that_changes_while_it_is_read_is_refused(plan: Plan, tmp_path: Path):
    path = written(tmp_path / "m.csv", text())
    published = Published(path, plan.curriculum.framework["metric"])
    written(path, text(*ROWS[:4]))
    with pytest.raises(Unreadable, match="was changed while it was read"):
        take(published, ["29019"])


def test_groups_stand_beside_everyone_and_a_file_without_all_is_refused(plan: Plan, bring: Bring):
    told = bring("\n".join(GROUPS) + "\n", "29019")
    assert "1 metric of 1 predictor, 2 groups, 2021" in told
    female = series(plan, "share_employed", group="Female")
    assert (female.subgroup_type, female.values) == (
        "gender", {"2021": {"value": 0.8, "low": 0.7, "high": 0.86, "quality": 1}},
    )  # fmt: skip
    assert series(plan, "share_employed").subgroup_type is None
    with pytest.raises(Unreadable, match="no row “All” for Boone County, Missouri"):
        bring("\n".join((GROUPS[0], *GROUPS[2:])) + "\n", "29019")


def test_the_groups_of_other_places_are_left_out(plan: Plan, bring: Bring):
    other = [one.replace("29,019,Missouri,Boone", "29,077,Missouri,Greene") for one in GROUPS[1:]]
    bring("\n".join((*GROUPS, *other)) + "\n", "29019", "29077")
    found = [(one.place_code, one.subgroup) for one in plan.records(MetricSeries)]
    assert sorted(found, key=str) == [
        ("29019", "Female"), ("29019", "Male"), ("29019", None), ("29077", None),
    ]  # fmt: skip


def test_a_city_file_is_read_whatever_the_order_and_capitals_of_its_columns(
    plan: Plan, bring: Bring
):
    head = CITY[0].upper().replace("SUBGROUP,SUBGROUP_TYPE", "SUBGROUP_TYPE,SUBGROUP")
    rows = [one.replace("Black,race-ethnicity", "race-ethnicity,Black") for one in CITY[1:]]
    bring("\n".join(["\ufeff" + head, *rows]) + "\r\n", "Columbia, Missouri")
    assert series(plan, "rate_learning", "2915670").values == {"2018": {"value": 0.9}}
    assert series(plan, "rate_learning", "2915670", "Black").subgroup_type == "race-ethnicity"


def test_older_names_and_forms_are_read(plan: Plan, bring: Bring):
    head = "year,state,county,state_name,county_name,share_debt_col,ratio_population_pc_physician,"
    head += "ratio_white_nh_house_value_households,ratio_white_nh_house_value_households_quality"
    told = bring(
        text("2018,29,019,Missouri,Boone County,.25,851:1,4.0%:7.3%,2", head=head), "29019"
    )
    assert series(plan, "share_debt_coll").values == {"2018": {"value": 0.25}}
    assert series(plan, "ratio_population_pc_physician").values == {"2018": {"value": 851}}
    pair = series(plan, "ratio_white_nh_house_value_households").values
    assert pair == {"2018": {"value": "4.0%:7.3%", "quality": 2}}
    assert "The file has no column for: Housing affordability; Housing stability" in told


def test_it_says_what_it_found_what_is_weak_and_missing_and_what_it_does_not_know(
    plan: Plan, bring: Bring
):
    told = bring(
        text(
            *(f"{one},x" for one in ROWS[:3]), f"{ROWS[4]},x", head=f"{HEAD},share_of_happiness"
        ), "17007", "29019",
    ).splitlines()  # fmt: skip
    assert told[0] == (
        "Boone County, Illinois (17007): 1 metric of 1 predictor, 2020. Source: Urban Institute, "
        "Mobility Metrics."
    )
    assert told[1] == "The file has this place up to 2020 only, and others up to 2021."
    assert told[2] == (
        "The newest value is weak for 1 of 1: Adults 25 to 54 with a job. Do not act on these "
        "alone."
    )
    assert told[3] == (
        "No value for this place in any year of the file: Housing wealth of Black households; "
        "Deaths from injury."
    )
    assert "To compare with: Boone County, Missouri." in told
    assert "Columns that the framework does not name, left out: share_of_happiness." in told
    assert told[-1] == "4 series added, 0 updated, 0 the same as before."


def test_again_updates_series_and_peers_and_leaves_readings_and_ids(plan: Plan, bring: Bring):
    bring(text(), "29019", "Greene County")
    reading = plan.add("metric_reading", {"predictor": "employment-opportunities", "note": "ours"})
    before, kept = plan.db.storage.read(), series(plan, "share_employed").id
    assert "0 series added, 0 updated, 5 the same as before." in bring(text())
    assert plan.db.storage.read() == before
    told = bring(text().replace("0.82,0.78", "0.83,0.78").replace("0.75,0.7,0.8", "0.76,0.7,0.8"))
    assert "0 series added, 2 updated, 3 the same as before." in told
    one = series(plan, "share_employed")
    assert (one.id, (one.values or {})["2021"]["value"]) == (kept, 0.83)
    assert (series(plan, "share_employed", "29077").values or {})["2021"]["value"] == 0.76
    assert plan.raw(reading, "note") == "ours"
    plan.undo()
    assert plan.db.storage.read() == before


def test_a_file_of_the_newest_year_keeps_the_years_before(plan: Plan, bring: Bring):
    bring(text(), "29019")
    told = bring(text(ROWS[3].replace("0.82", "0.81")), "29019")
    assert "Years that the file does not have are kept: 2020." in told
    values = series(plan, "share_employed").values or {}
    assert {year: one["value"] for year, one in values.items()} == {"2020": 0.8, "2021": 0.81}


def test_a_value_that_the_file_no_longer_has_goes(plan: Plan, bring: Bring):
    bring(text(), "29019")
    bring(text().replace("60.5,Strong", "NA,NA"), "29019")
    assert series(plan, "rate_injury_death").values is None
    assert series(plan, "share_employed").values
    told = bring(text().replace("60.5,Strong", "NA,NA"), "29019")
    assert "0 series added, 0 updated, 3 the same as before." in told


def test_a_file_by_groups_takes_no_value_for_everyone_away(plan: Plan, bring: Bring):
    bring(text(), "29019")
    bring(
        "\n".join(GROUPS).replace(",All,all,0.82,0.78,0.86,Strong", ",All,all,NA,NA,NA,NA") + "\n"
    )
    values = series(plan, "share_employed").values or {}
    assert {year: one["value"] for year, one in values.items()} == {"2020": 0.8, "2021": 0.82}
    bring("\n".join(GROUPS).replace(",Male,gender,0.84,0.78,0.9,Weak", ",Male,gender,NA,,,") + "\n")
    assert series(plan, "share_employed", group="Male").values is None
    assert series(plan, "share_employed", group="Female").values


def test_medians_leave_out_what_is_weak_and_say_of_how_many(plan: Plan, bring: Bring):
    more = "2021,29,001,Missouri,Adair County,25000,0.5,0.4,0.6,Marginal,,,90,Strong"
    bring(text(*ROWS, more), "29019", medians=True)
    one = series(plan, "share_employed", "Median-county")
    assert (one.values, one.peer) == ({"2021": {"value": 0.65, "of": 3}}, True)
    assert series(plan, "rate_injury_death", "Median-county").values == {
        "2021": {"value": 81, "of": 3}
    }
    bring(text(*ROWS, more.replace("0.5,", "0.55,").replace(",90,", ",91,")))
    assert (series(plan, "rate_injury_death", "Median-county").values or {})["2021"]["of"] == 3
    with pytest.raises(
        Unreadable, match="“share_employed” has a value of 2021 that is not between"
    ):
        bring(text(*ROWS, more.replace("0.5,", "nan,")), "29019", medians=True)


def test_unknown_places_offer_what_can_be_chosen(plan: Plan, tmp_path: Path):
    published = Published(written(tmp_path / "m.csv", text()), plan.curriculum.framework["metric"])
    with pytest.raises(Unknown) as refused:
        asked_for(plan, published, "Grene", (), choose=_first)
    assert [str(one) for one in refused.value.near] == ["Greene County, Missouri"]
