"""Tests of the diary as values: they need no window, file or clock."""
