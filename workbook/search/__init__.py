"""Find: any text in answers, records and guidance, typed as people type.

`Search` holds an index of a plan that each edit updates; what it finds are `Hit`s.
"""

from workbook.search.documents import SORTS, Sort
from workbook.search.hits import Hit, Marked, about
from workbook.search.search import Found, Search

__all__ = ["SORTS", "Found", "Hit", "Marked", "Search", "Sort", "about"]
