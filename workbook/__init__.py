"""What the workbook knows: records, store, reasoning, the MAP and the command line. No Textual."""

__version__ = "0.1.0"
