"""Plain prompts: the whole workbook asked line by line, on the same plan as the screens.

The walk knows what to ask; an asker knows how to put it to a person: `plain` for a screen
reader, a pipe and a transcript, `fancy` for a terminal.
"""
