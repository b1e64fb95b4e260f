"""Words and turns that put the blame on people: advice with a reason and a source, no verdict.

`advise` looks at a text, `survey` at a whole plan. What is sought stands in language.toml and in
the team's own words.
"""

from workbook.reasoning.language.advice import Words, advise
from workbook.reasoning.language.meeting import Met, meetings
from workbook.reasoning.language.survey import OWN, Advised, Survey, advice_at, survey, words_of

__all__ = [
    "OWN", "Advised", "Met", "Survey", "Words", "advice_at", "advise", "meetings", "survey",
    "words_of",
]  # fmt: skip
