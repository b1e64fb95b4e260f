"""GitHub's own reader: Markdown on standard input, HTML on standard output. Runs in the environment
of the tools, not in ours."""

import importlib.metadata
import sys

import cmarkgfm
from cmarkgfm.cmark import Options

if "--version" in sys.argv:
    print(importlib.metadata.version("cmarkgfm"))
else:
    notes = Options.CMARK_OPT_FOOTNOTES
    print(cmarkgfm.github_flavored_markdown_to_html(sys.stdin.read(), options=notes))
