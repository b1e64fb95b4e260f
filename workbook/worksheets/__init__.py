"""Worksheets: a step on paper or in any editor, and what was written there back in its fields.

A worksheet is Markdown. A line that begins with `::` says where an answer belongs, and a `::` by
itself ends it. Between the two stands the answer and nothing else; outside there are only headings
and guidance (`#` and `>`), so that nothing written elsewhere on the sheet is lost unseen.
"""
