"""The published files themselves, where somebody has them: places of every sort, none a special
case."""

import csv
import os
import statistics
from pathlib import Path
from typing import Any

import pytest

from workbook.curriculum import Curriculum
from workbook.imports.metric_places import Directory
from workbook.imports.metrics import Taken, directory, take
from workbook.imports.published import Published

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("mobility-metrics")]

BOONE, SUMMIT, RAMSEY, DC, ST_LUCIE, ALASKA = "29019", "39153", "27123", "11001", "12111", "02020"
FAIRFIELD, WESTERN, DONA_ANA = "09001", "09190", "35013"
COUNTIES = (BOONE, SUMMIT, RAMSEY, DC, ST_LUCIE, ALASKA, FAIRFIELD, WESTERN, DONA_ANA)
CRIME = ("rate_crime_violent", "rate_crime_property", "rate_juv_arrest")


def file(curriculum: Curriculum, begins: str) -> Published:
    """The published file whose name begins so."""
    data = os.environ.get("WORKBOOK_TEST_DATA")
    found = sorted(Path(data, "mobility-metrics").glob(f"{begins}*.csv")) if data else []
    if not found:
        pytest.skip("the Mobility Metrics' files are not here; WORKBOOK_TEST_DATA names the folder")
    return Published(found[0], curriculum.framework["metric"])


@pytest.fixture(scope="module")
def counties(curriculum: Curriculum) -> Taken:
    return take(file(curriculum, "11_"), COUNTIES)


def newest(taken: Taken, place: str, metric: str) -> tuple[str, dict[str, Any]]:
    """The newest year of a metric with what the file says then."""
    values = taken.series[place, metric, "", ""]
    return max(values), values[max(values)]


def test_boone_county_has_the_values_that_are_published(counties: Taken):
    year, income = newest(counties, BOONE, "pctl_income_50")
    assert (year, round(income["value"], 2), income["quality"]) == ("2023", 66166.72, 1)
    preschool = counties.series[BOONE, "share_in_preschool", "", ""]
    assert (round(preschool["2023"]["value"], 4), round(preschool["2014"]["value"], 4)) == (
        0.3991,
        0.5443,
    )
    assert newest(counties, BOONE, "rate_injury_death")[1]["value"] == 71.1
    year, pair = newest(counties, BOONE, "ratio_black_nh_house_value_households")
    assert (year, pair["value"]) == ("2023", "0.034:0.118")
    year, learning = newest(counties, BOONE, "rate_learning")
    assert (year, round(learning["value"], 4)) == ("2018", 0.9652)
    year, homeless = newest(counties, BOONE, "share_homeless")
    assert (year, round(homeless["value"], 4)) == ("2022", 0.0267)
    assert newest(counties, BOONE, "rate_juv_arrest")[1]["quality"] == 2


def test_other_counties_have_what_the_file_has_for_them(counties: Taken):
    assert round(newest(counties, SUMMIT, "pctl_income_50")[1]["value"]) == 69327
    assert round(newest(counties, RAMSEY, "pctl_income_50")[1]["value"]) == 82377
    assert newest(counties, RAMSEY, "count_homeless")[1]["value"] == 2477
    assert round(newest(counties, DC, "share_transit_commuter")[1]["value"], 2) == 0.25
    lacks = {id for id in CRIME if (ST_LUCIE, id, "", "") not in counties.series}
    assert lacks == set(CRIME)
    assert (ALASKA, "share_election_turnout", "", "") not in counties.series


def test_connecticut_has_counties_and_then_regions(counties: Taken):
    assert max(counties.years[FAIRFIELD]) == "2021"
    assert min(counties.years[WESTERN]) == "2022"
    assert counties.newest == "2023"
    names = (str(counties.directory.by_code(one)) for one in (FAIRFIELD, WESTERN, DONA_ANA))
    assert list(names) == [
        "Fairfield County, Connecticut", "Western Connecticut Planning Region, Connecticut",
        "Doña Ana County, New Mexico",
    ]  # fmt: skip


def test_places_are_found_as_people_write_them(curriculum: Curriculum):
    shorts = {one.name: id for id, one in curriculum.lists["states"].items()}
    known: Directory = directory(file(curriculum, "11_"), shorts)
    typed = {
        "St. Lucie Florida": ST_LUCIE, "st lucie county, FL": ST_LUCIE, "Dona Ana": DONA_ANA,
        "District of Columbia": DC, "Boone, MO": BOONE, "Autauga County": "01001",
        "Anchorage, Alaska": ALASKA,
    }  # fmt: skip
    assert {one: known.find(one)[0].code for one in typed} == typed
    assert len(known.find("Boone County")) == 8


def test_a_city_has_its_figures_by_gender(curriculum: Curriculum):
    published = file(curriculum, "66_")
    taken = take(published, ["0103076"])
    groups = {key[2:] for key in taken.series}
    assert groups == {("", ""), ("gender", "Male"), ("gender", "Female")}
    assert taken.series["0103076", "share_hs_degree", "", ""]["2014"]["quality"] == 2


def test_the_medians_are_those_of_strong_and_marginal_counties(curriculum: Curriculum):
    published = file(curriculum, "11_")
    taken = take(published, [BOONE], medians=True)
    for id, year in (("pctl_income_50", "2023"), ("rate_crime_violent", "2023")):
        with published.path.open(encoding="utf-8", newline="") as source:
            values = [
                float(row[id]) for row in csv.DictReader(source)
                if row["year"] == year and row[f"{id}_quality"] in ("Strong", "Marginal")
            ]  # fmt: skip
        middle = {"value": statistics.median(values), "of": len(values)}
        assert taken.medians[id][year] == middle
    assert "count_homeless" not in taken.medians
