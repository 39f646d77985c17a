"""Tests of the Settings screen with its presenter, on a real diary file."""
