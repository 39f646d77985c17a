"""The diary as values and pure functions: no window, no database, no clock, no files."""
