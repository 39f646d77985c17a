"""Tests of the Treatment screen with its presenter, on a real diary file."""
