"""What comes in from other files: looked at whole, then taken in as one change or not at all."""
