"""Tests of the screen “Legs now”."""
