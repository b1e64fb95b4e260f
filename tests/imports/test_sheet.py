"""A CSV file as spreadsheets write it, and what is refused with its line."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.imports.sheet import LARGEST, MOST, Unreadable, sheet

KNOWN = {"name", "power"}


def knows(column: str) -> bool:
    return column.strip().casefold() in KNOWN


def read(data: bytes, **how: str) -> list[tuple[int, dict[str, str]]]:
    return [(one.number, dict(one.cells)) for one in sheet(data, knows, **how).lines]


@pytest.mark.parametrize(
    "data",
    [
        b"Name,Power\nAna,4\n",
        b"\xef\xbb\xbfName,Power\r\nAna,4\r\n",
        b"Name;Power\r\nAna;4",
        b"Name\tPower\rAna\t4\r",
        b'"Name","Power"\n"Ana","4"\n\n,\n',
        b"Name,Power,,\nAna,4,,\n",
    ],
)
def test_it_is_read_however_a_spreadsheet_writes_it(data: bytes):
    assert read(data) == [(2, {"Name": "Ana", "Power": "4"})]


def test_a_comma_in_a_header_of_semicolons_does_not_mislead():
    assert read(b"Name;Power;City, state\nAna;4;Halden, KS\n") == [
        (2, {"Name": "Ana", "Power": "4", "City, state": "Halden, KS"})
    ]


def test_a_cell_may_hold_lines_and_the_next_row_knows_its_line():
    assert read(b'Name,Power\n"Ana\nRuiz",4\nBo,5\n') == [
        (2, {"Name": "Ana\nRuiz", "Power": "4"}),
        (4, {"Name": "Bo", "Power": "5"}),
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Name,Power\nJos\xe9,4\n", "Line 2, character 4: this is not UTF-8"),
        (b"\xff\xfeN\x00a\x00", "UTF-16"),
        (b"", "The file is empty"),
        (b"\n \n,,\n", "The file is empty"),
        (b"Name,,Power\nAna,x,4\n", "Line 1, column 2: this column has no name"),
        (b"Name,NAME\nAna,4\n", "two columns are called"),
        (b"Name,Power\nAna,4,5\n", "Line 2 has 3 cells, and 2 columns are named"),
        (b'Name,Power\nBo,4\n"Ana,4\n', "Line 3: this row cannot be read"),
        (b"Name\n" + b"x\n" * (MOST + 1), f"more than {MOST:,} rows"),
        (b"Name\n" + b"x" * LARGEST, "larger than 10 MB"),
    ],
)
def test_what_cannot_be_read_is_a_sentence_with_its_line(data: bytes, said: str):
    with pytest.raises(Unreadable, match=said.replace("(", r"\(")):
        read(data)


def test_another_encoding_is_read_where_it_is_named():
    assert read(b"Name,Power\nJos\xe9,4\n", encoding="latin-1")[0][1]["Name"] == "José"


CELL = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n"), max_size=12)


@given(st.lists(st.tuples(CELL, CELL), max_size=6), st.sampled_from([",", ";", "\t"]))
def test_what_a_spreadsheet_wrote_is_read_back(rows, mark):
    out = io.StringIO()
    csv.writer(out, delimiter=mark, quoting=csv.QUOTE_ALL).writerows([("Name", "Power"), *rows])
    found = [(cells["Name"], cells["Power"]) for _, cells in read(out.getvalue().encode())]
    assert found == [one for one in rows if any(cell.strip() for cell in one)]
