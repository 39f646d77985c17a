"""Tests of the diary file."""
