"""What the workbook shows: the Textual app, one file a screen. It holds no rules of the plan."""
