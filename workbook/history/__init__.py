"""An earlier state of a workbook: named, told in words, put back."""
