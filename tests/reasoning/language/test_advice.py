"""What of a text is looked at, and what is left as it was said."""

import pytest

from workbook.curriculum import Curriculum
from workbook.curriculum.language import Advice, Sought
from workbook.reasoning.language import Words, advise


@pytest.fixture(scope="module")
def words(curriculum: Curriculum) -> Words:
    return Words(curriculum.language)


def ids(text: str, words: Words) -> list[str]:
    return [one.entry.id for one in advise(text, words)]


def test_a_piece_of_advice_says_where_why_by_whom_and_what_instead(words: Words):
    text = "We serve vulnerable families."
    (one,) = advise(text, words)
    assert text[one.start : one.end] == "vulnerable families"
    assert one.entry.severity == "A"
    assert one.entry.reason
    assert one.entry.instead
    assert "CDC" in one.entry.source


@pytest.mark.parametrize(
    "text",
    [
        "“We are the poor and you are late.”",
        'A tenant said: "Stop calling us the poor." Then she left.',
        "“They call us the poor. We call them late.”",
        "Said at the gym: “We are the poor\n\nand we know it.”",
        "Her card read \u2018we aren\u2019t the poor\u2019.",
        "> We are the poor\n\nA note from the data walk.",
        "The Poor People's Campaign met here.",
        "She works at the Center for the Homeless Services Division.",
        "See https://example.org/the-poor/poor-people for more.",
    ],
)
def test_quotations_names_and_addresses_are_left_as_they_are(text: str, words: Words):
    assert ids(text, words) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Poor pay more.",
        'A 6" pipe, and the poor pay for it.',
        "“Late,” she said, and the poor pay for it.",
        "Help For Poor Families In Our County",
    ],
)
def test_what_only_looks_like_a_quotation_or_a_name_is_looked_at(text: str, words: Words):
    assert ids(text, words) == ["the-poor"]


def test_of_two_about_the_same_words_the_longer_counts(words: Words):
    text = "our vulnerable families"
    found = advise(text, Words(words.language, own=(_own("vulnerable"),)))
    assert [one.entry.id for one in found] == ["vulnerable"]


def _own(word: str) -> Advice:
    return Advice("own", (word,), word, "B", "", "", "our own words")


def test_a_word_that_the_team_keeps_is_left_alone_and_no_more_than_it(words: Words):
    kept = Words(words.language, names=(Sought("kept", ("clients",)),))
    assert ids("Our clients are the poor.", kept) == ["the-poor"]


def test_a_gap_is_explained_anywhere_in_its_paragraph_and_in_no_other(words: Words):
    gap = "Black renters wait twice as long for a home."
    assert ids(gap, words) == ["gap-without-cause"]
    assert ids(f"{gap} The screening rule is older than they are.", words) == []
    assert ids(f"{gap}\n\nThe screening rule is old.", words) == ["gap-without-cause"]


def test_a_figure_comes_first_only_at_the_beginning_of_a_text(words: Words):
    assert ids("31% of renters with a disability moved.", words) == ["figure-first"]
    assert ids("We share one town. 31% of renters with a disability moved.", words) == []
    assert ids("31% of the streets were plowed.", words) == []


def test_only_the_turns_that_are_asked_for_are_looked_for(words: Words):
    text = "31% of renters with a disability don't come."
    assert ids(text, words) == ["figure-first", "people-at-fault"]
    found = advise(text, words, turns=["people-at-fault"])
    assert [one.entry.id for one in found] == ["people-at-fault"]


def test_a_rule_that_the_team_leaves_out_finds_nothing(words: Words, curriculum: Curriculum):
    language = curriculum.language
    without = type(language)(language.severities, language.avoid, {}, language.lists)
    assert ids("31% of renters with a disability moved.", Words(without)) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "“",
        '"',
        "\0",
        "> ",
        "((((",
        "\u202ethe poor\u202c",
        "the poor" * 9999,
        "é" * 9,
    ],
)
def test_any_text_at_all_can_be_looked_at(text: str, words: Words):
    for one in advise(text, words):
        assert 0 <= one.start < one.end <= len(text)
