"""What is written where a terminal does not show UTF-8."""

import pytest

from workbook.ask.signs import shown_in, spelled


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("“Peña” … a – b", "ascii", '"Pena" ... a - b'), ("“Peña”", "latin-1", '"Peña"'),
        ("“Peña”", "utf-8", "“Peña”"), ("市 N\u0303 ﬁ ½ ␛", "ascii", "? N fi 12 ?"),
        ("plain", "ascii", "plain"), ("Straße, Ørsted", "ascii", "Strasse, Orsted"),
    ],
)  # fmt: skip
def test_signs_are_spelled_and_letters_lose_their_marks(text: str, encoding: str, shown: str):
    assert spelled(text, encoding) == shown


@pytest.mark.parametrize(
    ("env", "encoding"),
    [
        ({"LANG": "C.UTF-8"}, "utf-8"), ({"LANG": "en_US.utf8"}, "utf-8"), ({}, "ascii"),
        ({"LANG": "C"}, "ascii"), ({"LANG": "C.UTF-8", "LC_ALL": "POSIX"}, "ascii"),
        ({"LANG": "de_DE.ISO-8859-1"}, "iso8859-1"),
    ],
)  # fmt: skip
def test_the_locale_says_what_is_shown(env: dict[str, str], encoding: str):
    own = "utf-8" if encoding == "ascii" else "iso8859-1"  # Python takes the bare one for UTF-8
    assert shown_in(env, own) == encoding
