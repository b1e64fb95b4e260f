"""What the workbook says: chapters, lists, the framework, the plan's outline. TOML, no code."""
