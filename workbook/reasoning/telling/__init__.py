"""Changes in words: one engine for the history, undo, a comparison and the overview."""
