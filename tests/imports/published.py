"""Small files in the layout of the Mobility Metrics, with invented values."""

from pathlib import Path

KEYS = "year,state,county,state_name,county_name,population"
VALUES = (
    "share_employed,share_employed_lb,share_employed_ub,share_employed_quality,"
    "ratio_black_nh_house_value_households,ratio_black_nh_house_value_households_quality,"
    "rate_injury_death,rate_injury_death_quality"
)
HEAD = f"{KEYS},{VALUES}"
BOONE = "29,019,Missouri,Boone County,170000"
ROWS = (
    f"2020,{BOONE},0.8,0.75,0.85,Strong,0.018:0.068,Strong,60.5,Strong",
    "2020,29,077,Missouri, Greene County,300000,0.7,NA,NA,Marginal,NA,NA,70,Strong",
    "2020,17,007,Illinois,Boone County,53000,0.6,0.5,0.7,Weak,NA,NA,NA,NA",
    f"2021,{BOONE},0.82,0.78,0.86,Weak,0.034:0.118,Strong,NA,NA",
    "2021,29,077,Missouri,Greene County,300000,0.75,0.7,0.8,Strong,,,71,Strong",
    "2021,17,007,Illinois,Boone County,53000,0.65,0.6,0.7,Strong,,,81,Strong",
)
EMPLOYED = "share_employed,share_employed_lb,share_employed_ub,share_employed_quality"
GROUPS = (
    f"year,state,county,state_name,county_name,subgroup,subgroup_type,{EMPLOYED}",
    "2021,29,019,Missouri,Boone County,All,all,0.82,0.78,0.86,Strong",
    "2021,29,019,Missouri,Boone County,Female,gender,0.80,0.7,0.86,Strong",
    "2021,29,019,Missouri,Boone County,Male,gender,0.84,0.78,0.9,Weak",
)
CITY = (
    "year,state,place,state_name,place_name,subgroup,subgroup_type,rate_learning",
    "2018,29,15670,Missouri,Columbia city,all,all,0.9",
    "2018,29,15670,Missouri,Columbia city,Black,race-ethnicity,0.7",
)


def text(*rows: str, head: str = HEAD) -> str:
    """A file of these rows under the head; the small county file where none are given."""
    return "".join(f"{one}\n" for one in (head, *(rows or ROWS)))


def written(path: Path, content: str) -> Path:
    """A file with this content."""
    path.write_bytes(content.encode())
    return path


def changed(old: str, new: str) -> str:
    """The small county file with one piece of text in place of another."""
    whole = text()
    assert whole.count(old) >= 1, old
    return whole.replace(old, new, 1)
