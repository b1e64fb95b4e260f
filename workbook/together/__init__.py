"""Several people at one workbook: what two wrote at one place, and merging files through git."""
