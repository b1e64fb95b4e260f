"""The bytes: one field is one line, and what was read is written back the same."""

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.records import TYPES
from workbook.store.format import Held, dumps, empty, loads

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
_VALUE = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | _TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXT, inner, max_size=3),
    max_leaves=6,
)
_TABLES = st.dictionaries(
    _TEXT.filter(lambda name: name != "_meta" and name not in TYPES),  # whose ids have a form
    st.dictionaries(_TEXT, st.dictionaries(_TEXT, _VALUE, max_size=3), max_size=3),
    max_size=3,
)


@given(_TABLES)
def test_what_is_written_is_read_the_same_and_written_the_same(tables: Held):
    held = empty() | tables
    text = dumps(held)
    content = loads(text, "it")
    assert content.held == held
    assert content.text == text == dumps(content.held)


def test_a_new_workbook_says_its_version_and_nothing_else():
    assert dumps(empty()).decode() == (
        '{\n  "_meta": {\n    "schema": {\n      "version": 1\n    }\n  },\n  "answers": {}\n}\n'
    )


def test_one_field_changed_is_one_line_changed():
    fields = {"name": "Ana", "order": "a0", "pillars": ["housing"], "power": 3}
    one = empty() | {"stakeholder": {"stk-1": fields, "stk-2": fields}}
    two = empty() | {"stakeholder": {"stk-1": fields, "stk-2": fields | {"power": 4}}}
    lines = [dumps(each).decode().splitlines() for each in (one, two)]
    changed = [line for line in difflib.ndiff(*lines) if line[0] in "+-"]
    assert [line.split() for line in changed] == [["-", '"power":', "3"], ["+", '"power":', "4"]]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: b"\xef\xbb\xbf" + text,
        lambda text: text.replace(b"\n", b"\r\n"),
        lambda text: text.replace(b"  ", b"\t").rstrip(),
    ],
    ids=["BOM", "CRLF", "another indent"],
)
def test_another_form_is_read_and_ours_is_written(change):
    held = empty() | {"answers": {"a.b": {"value": "Ünë\r\nline two"}}}
    content = loads(change(dumps(held)), "it")
    assert content.held["answers"] == held["answers"]
    assert content.text == dumps(held)


def test_text_in_a_file_is_left_alone():
    text = "\x1b[2J\u202eabc\u0000 [red]e\u0301"
    held = empty() | {"answers": {"a.b": {"value": text}}}
    assert loads(dumps(held), "it").held["answers"]["a.b"]["value"] == text
